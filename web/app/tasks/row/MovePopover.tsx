import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn } from "#app/i18n/dates";
import { useDayChoices } from "#app/tasks/list/use-day-choices";
import type { Task } from "#app/tasks/task/task";
import { localDue } from "#app/tasks/times/local-due";
import DatePopover from "#app/ui/dates/DatePopover";
import MoveField from "./MoveField";
import { useMove } from "./use-move";

/** Where a task is moved to: a common day, a day of the calendar, or what a person writes. */
export default function MovePopover({
  task,
  title,
  anchor,
  dates,
  onClose,
}: {
  task: Pick<Task, "id" | "dueAt">;
  title: string;
  /** The button that opened it. */
  anchor: RefObject<HTMLElement>;
  dates: DateContext;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const move = useMove();
  const due = localDue(task, dates.timeZone);
  return (
    <DatePopover
      label={t("list.move.label", { title })}
      anchor={anchor}
      date={due?.day ?? ""}
      onDate={(day) => move(task.id, day)}
      choices={useDayChoices(dayIn(dates.timeZone, new Date(dates.now)))}
      dates={dates}
      onClose={onClose}
    >
      <MoveField
        ids={[task.id]}
        due={due}
        fetcherKey={`move-${task.id}`}
        dates={dates}
        onDone={onClose}
        className="mb-2 border-b px-1 pb-2"
      />
    </DatePopover>
  );
}
