import { Link } from "@remix-run/react";
import { Clock } from "lucide-react";
import { useId } from "react";
import { type OutboxTexts, useOutboxTexts } from "#app/i18n/outbox-texts";
import { Button, buttonClass, textAction } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { Dialog } from "#app/ui/overlays/Dialog";
import { conflictOf, dependsOn, type Operation, tasksOf } from "./operation";
import { takeBack, tryAgain } from "./take-back";
import { useOutbox } from "./use-outbox";
import { visibleOf } from "./visible";

/** Everything that waits, in the order in which it is sent; each can be taken back. */
export default function WaitingList({ onClose }: { onClose(): void }) {
  const { text, n } = useOutboxTexts();
  const id = useId();
  const visible = visibleOf(useOutbox().operations);
  return (
    <Dialog labelledBy={`${id}-title`} onClose={onClose}>
      <div className="flex flex-col gap-4 p-6">
        <h2 id={`${id}-title`} className="display size-heading">
          {text.title}
        </h2>
        <p className="text-quiet">{visible.length > 0 ? text.hint : text.empty}</p>
        <ol className="border-t">
          {visible.map((operation) => (
            <Entry
              key={operation.key}
              operation={operation}
              held={visible.some((other) => isStopped(other) && dependsOn(operation, other))}
              text={text}
              n={n}
              onClose={onClose}
            />
          ))}
        </ol>
        <form method="dialog" className="flex justify-end">
          <Button>{text.close}</Button>
        </form>
      </div>
    </Dialog>
  );
}

const isStopped = ({ state }: Operation) => state === "refused";

function Entry({
  operation,
  held,
  text,
  n,
  onClose,
}: {
  operation: Operation;
  held: boolean;
  text: OutboxTexts;
  n: (value: number) => string;
  onClose(): void;
}) {
  const { kind, label, words } = describe(operation, text, n);
  const { key, refusal } = operation;
  const conflict = conflictOf(operation);
  return (
    <li className="flex flex-col gap-1 border-b py-3">
      <div className="flex flex-wrap items-center gap-x-3">
        <Clock aria-hidden="true" size={16} strokeWidth={1.5} className="shrink-0 text-quiet" />
        <span className="note text-quiet">{kind}</span>
        <bdi className="own-words min-w-0 flex-1 [overflow-wrap:anywhere]">{words}</bdi>
        <button
          type="button"
          aria-label={text.takeBackLabel(label)}
          onClick={() => takeBack(key)}
          className={`dense ${textAction}`}
        >
          {text.takeBack}
        </button>
      </div>
      {held && <p className="note text-quiet">{text.held}</p>}
      {refusal && (
        <Problem
          action={
            conflict ? (
              <Link
                to={`/tasks?task=${conflict.id}`}
                onClick={onClose}
                className={buttonClass("quiet")}
              >
                {text.open}
              </Link>
            ) : (
              refusal.detail && (
                <Button type="button" variant="quiet" onClick={() => tryAgain(key)}>
                  {text.again}
                </Button>
              )
            )
          }
        >
          {conflict
            ? text.conflict
            : refusal.detail || (text.refusals[refusal.code] ?? text.refused)}
        </Problem>
      )}
    </li>
  );
}

/** What an operation does, and to what. */
function describe(operation: Operation, text: OutboxTexts, n: (value: number) => string) {
  if (operation.kind === "message") {
    const words = operation.body.message;
    return { kind: text.message, label: `${text.message} ${words}`, words };
  }
  const { form, title } = operation;
  const kind = text.actions[actionOf(form)];
  const count = tasksOf(form).length;
  const words = count > 1 ? text.tasks(n(count)) : wordsOf(form, title);
  return { kind, label: `${kind} ${words}`, words };
}

function wordsOf(form: Record<string, string>, title: string): string {
  if (form.intent === "add") return (form.title ?? title).replaceAll("\n", " · ");
  const renamed = form.intent === "edit" && form.title && form.title !== title;
  const to = form.intent === "many" && form.to === "when" ? form.value : renamed && form.title;
  return to ? `${title} → ${to}` : title;
}

const NAMED = new Set<string>(
  "add edit delete skip remind restore remove empty later read".split(" "),
);

function actionOf(form: Record<string, string>): keyof OutboxTexts["actions"] {
  const { intent = "", to } = form;
  if (intent === "done") return "complete";
  if (intent === "toggle") return form.completed === "true" ? "complete" : "reopen";
  if (intent === "many") {
    if (to === "complete" || to === "delete") return to;
    return to === "due" || to === "when" ? "move" : "change";
  }
  return NAMED.has(intent) ? (intent as keyof OutboxTexts["actions"]) : "undo";
}
