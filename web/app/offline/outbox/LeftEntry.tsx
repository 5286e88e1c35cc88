import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import { type OutboxTexts, useOutboxTexts } from "#app/i18n/outbox-texts";
import { useDates } from "#app/i18n/use-format";
import type { Task } from "#app/tasks/task/task";
import { Button } from "#app/ui/controls/Button";
import { Problem } from "#app/ui/feedback/Problem";
import type { FormOperation } from "./operation";
import { outbox } from "./state";
import { changeAnyway } from "./take-back";

/** The tasks that a change of several has left: what each has now, for the person to decide. */
export function LeftEntry({
  operation,
  left,
  onClose,
}: {
  operation: FormOperation;
  left: readonly Task[];
  onClose(): void;
}) {
  const { text, n } = useOutboxTexts();
  const said = useSaid();
  return (
    <>
      <ul className="border-s ps-3">
        {left.map((task) => (
          <li key={task.id}>
            <Link
              to={`/tasks?task=${task.id}`}
              onClick={onClose}
              className="dense flex min-h-11 flex-wrap items-center gap-x-3 underline-offset-4 pointer:hover:underline"
            >
              <bdi className="own-words min-w-0 [overflow-wrap:anywhere]">{task.title}</bdi>
              <bdi className="note text-quiet">
                {text.now(said(operation.form.to ?? "", task, text))}
              </bdi>
            </Link>
          </li>
        ))}
      </ul>
      <Problem
        action={
          <Button type="button" variant="quiet" onClick={() => changeAnyway(operation.key)}>
            {text.anyway}
          </Button>
        }
      >
        {text.left(left.length, n(left.length))}
      </Problem>
    </>
  );
}

/** Says what a task has in the field that an action of the bulk form is about. */
export function useSaid() {
  const { t } = useTranslation();
  const dates: DateContext = useDates(outbox.owner()?.timeZone ?? "UTC", new Date().toISOString());
  return (to: string, task: Pick<Task, "priority" | "category" | "dueAt">, text: OutboxTexts) => {
    if (to === "priority") return t(`tasks.priority.${task.priority}`);
    if (to === "category") return task.category ?? text.none;
    return task.dueAt ? dueLabel(task.dueAt, dates) : text.none;
  };
}
