import { Link } from "@remix-run/react";
import { Clock } from "lucide-react";
import { useId } from "react";
import { type OutboxTexts, useOutboxTexts } from "#app/i18n/outbox-texts";
import type { Task } from "#app/tasks/task/task";
import { Button, buttonClass, textAction } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import { Dialog } from "#app/ui/overlays/Dialog";
import { LeftEntry, useSaid } from "./LeftEntry";
import { conflictOf, dependsOn, leftBy, type Operation, tasksOf } from "./operation";
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
  const said = useSaid();
  const { kind, label, words } = describe(operation, text, n, said);
  const { key, refusal } = operation;
  const left = leftBy(operation);
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
      {left && operation.kind === "form" && (
        <LeftEntry operation={operation} left={left} onClose={onClose} />
      )}
      {refusal && !left && (
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
function describe(
  operation: Operation,
  text: OutboxTexts,
  n: (value: number) => string,
  said: ReturnType<typeof useSaid>,
) {
  if (operation.kind === "message") {
    const words = operation.body.message;
    return { kind: text.message, label: `${text.message} ${words}`, words };
  }
  const { form, title } = operation;
  const kind = text.actions[actionOf(form)];
  const count = tasksOf(form).length;
  const words = count > 1 ? text.tasks(n(count)) : wordsOf(form, title);
  const to = targetOf(form, (task) => said(form.to ?? "", task, text));
  if (to) return { kind, label: `${kind} ${words} → ${to}`, words: `${words} → ${to}` };
  return { kind, label: `${kind} ${words}`, words };
}

function wordsOf(form: Record<string, string>, title: string): string {
  if (form.intent === "add") return (form.title ?? title).replaceAll("\n", " · ");
  const renamed = form.intent === "edit" && form.title && form.title !== title;
  return renamed ? `${title} → ${form.title}` : title;
}

type Value = Pick<Task, "priority" | "category" | "dueAt">;

/** What a change of several tasks gives them; undefined for one that completes or deletes them. */
function targetOf(
  { intent, to, value = "" }: Record<string, string>,
  said: (task: Value) => string,
): string | undefined {
  if (intent !== "many") return undefined;
  if (to === "when") return value;
  if (to !== "priority" && to !== "category" && to !== "due") return undefined;
  const priority = value as Task["priority"];
  return said({ priority, category: value || null, dueAt: value || null });
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
