import { Calendar, Clock, Pencil, Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import {
  clockLabel,
  type DateContext,
  dayIn,
  dayLabel,
  dueLabel,
  isDay,
  spanLabel,
  timeIn,
} from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { type GroupKey, wasEdited } from "#app/tasks/list/due-groups";
import { durationLabel } from "#app/tasks/task/duration-label";
import type { Task } from "#app/tasks/task/task";
import { Badge } from "#app/ui/display/Badge";

const urgency: Partial<Record<GroupKey, "danger" | "soon">> = {
  overdue: "danger",
  today: "soon",
};

type LabelledTask = Omit<Task, "description" | "reminders">;

/** The line under a title: number, priority, due date, recurrence, category. */
export function TaskLabels({
  task,
  group,
  dates,
  underDay = false,
  inList = false,
}: {
  task: LabelledTask;
  group: GroupKey;
  dates: DateContext;
  /** It stands under its day: only the hour is said. */
  underDay?: boolean;
  /** It stands in its list. */
  inList?: boolean;
}) {
  const { t } = useTranslation();
  const { dueAt, durationMinutes: minutes } = task;
  const span = dueAt && spanLabel(dueAt, minutes, dates);
  const hour = dueAt && !isDay(dueAt) && timeIn(new Date(dueAt), dates.timeZone);
  const due = underDay ? hour && clockLabel(hour, dates) : span;
  // The end of a span says how long it lasts.
  const untold = minutes !== null && (underDay || span === (dueAt && dueLabel(dueAt, dates)));
  const lasting = untold && durationLabel(minutes, t, dates.numerals);
  return (
    <p className="note figures flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet max-md:gap-x-3">
      {/* What waits to be sent has no number yet. */}
      {task.id > 0 && <span dir="ltr">#{inNumerals(String(task.id), dates.numerals)}</span>}
      {/* The usual priority says nothing. */}
      {task.priority !== "medium" && <PriorityBars priority={task.priority} />}
      {due && (
        <Badge Icon={Calendar} name={t("tasks.due", { when: span })} tone={urgency[group]}>
          {due}
        </Badge>
      )}
      {lasting && (
        <Badge Icon={Clock} name={`${t("list.field.duration")} ${lasting}`}>
          {lasting}
        </Badge>
      )}
      {task.recurrence && <Badge Icon={Repeat}>{t("tasks.recurring")}</Badge>}
      {task.category && !inList && <bdi className="[overflow-wrap:anywhere]">{task.category}</bdi>}
      {task.labels.map((label) => (
        <bdi key={label} className="[overflow-wrap:anywhere]">
          @{label}
        </bdi>
      ))}
    </p>
  );
}

/** The dates of creation and, if any, last edit of a task, in words. */
export function TaskTimestamps({ task, dates }: { task: Task; dates: DateContext }) {
  const { t } = useTranslation();
  const when = (instant: string) => dayLabel(dayIn(dates.timeZone, new Date(instant)), dates);
  return (
    <p className="note flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet">
      <Badge Icon={Clock}>{t("tasks.created", { when: when(task.createdAt) })}</Badge>
      {wasEdited(task) && (
        <Badge Icon={Pencil}>{t("tasks.updated", { when: when(task.updatedAt) })}</Badge>
      )}
    </p>
  );
}

const barCounts = { low: 1, medium: 2, high: 3 } as const;

function PriorityBars({ priority }: { priority: Task["priority"] }) {
  const { t } = useTranslation();
  const name = t("tasks.priorityLabel", { priority: t(`tasks.priority.${priority}`) });
  return (
    <span className="inline-flex items-center" title={name}>
      <span className="sr-only">{name}</span>
      <svg aria-hidden="true" width="14" height="12" viewBox="0 0 14 12">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 5}
            y={12 - bar * 4}
            width="3"
            height={bar * 4}
            className={bar <= barCounts[priority] ? "fill-current" : "fill-hairline"}
          />
        ))}
      </svg>
    </span>
  );
}
