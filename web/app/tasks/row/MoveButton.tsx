import { CalendarClock } from "lucide-react";
import type { DateContext } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";
import { IconButton } from "#app/ui/controls/Button";
import { useMovePopover } from "./use-move-popover";

/** Moves a task to another day, where there is no list to drag it in. */
export function MoveButton({
  task,
  dates,
}: {
  task: Pick<Task, "id" | "title" | "dueAt">;
  dates: DateContext;
}) {
  const { button, toggle, popover } = useMovePopover(task, task.title, dates);
  return (
    <>
      <IconButton {...button} onClick={toggle} className="-me-3 noscript:hidden">
        <CalendarClock aria-hidden="true" size={20} strokeWidth={1.5} />
      </IconButton>
      {popover}
    </>
  );
}
