import { Calendar, Clock, Pencil, Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayLabel, dueLabel, spanLabel } from "#app/i18n/dates";
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

/**
 * The line under a title: number, priority, due date, recurrence, category. On wide screens the dates
 * of creation and last edit follow on hover or focus.
 */
export function TaskLabels({
  task,
  group,
  dates,
  timestamps = true,
}: {
  task: LabelledTask;
  group: GroupKey;
  dates: DateContext;
  /** Shows when it was created and edited, on hover or focus. */
  timestamps?: boolean;
}) {
  const { t } = useTranslation();
  const { dueAt, durationMinutes: minutes } = task;
  const due = dueAt && spanLabel(dueAt, minutes, dates);
  // The end of a span says how long it lasts.
  const untold = minutes !== null && due === (dueAt && dueLabel(dueAt, dates));
  const lasting = untold && durationLabel(minutes, t, dates.numerals);
  return (
    <p className="note figures flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet max-md:gap-x-3">
      {/* What waits to be sent has no number yet. */}
      {task.id > 0 && <span dir="ltr">#{inNumerals(String(task.id), dates.numerals)}</span>}
      {/* The usual priority says nothing. */}
      {task.priority !== "medium" && <PriorityBars priority={task.priority} />}
      {due && (
        <Badge Icon={Calendar} name={t("tasks.due", { when: due })} tone={urgency[group]}>
          {due}
        </Badge>
      )}
      {lasting && (
        <Badge Icon={Clock} name={`${t("list.field.duration")} ${lasting}`}>
          {lasting}
        </Badge>
      )}
      {task.recurrence && <Badge Icon={Repeat}>{t("tasks.recurring")}</Badge>}
      {task.category && <bdi>{task.category}</bdi>}
      {task.labels.map((label) => (
        <bdi key={label}>@{label}</bdi>
      ))}
      {timestamps && (
        <span className="ms-auto inline-flex gap-4 opacity-0 transition-opacity duration-150 group-focus-within:opacity-100 group-hover:opacity-100 max-lg:hidden">
          <Timestamps task={task} dates={dates} />
        </span>
      )}
    </p>
  );
}

/** The dates of creation and, if any, last edit of a task, in words. */
export function TaskTimestamps({ task, dates }: { task: Task; dates: DateContext }) {
  return (
    <p className="note flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet">
      <Timestamps task={task} dates={dates} inWords />
    </p>
  );
}

function Timestamps({
  task,
  dates,
  inWords,
}: {
  task: LabelledTask;
  dates: DateContext;
  inWords?: boolean;
}) {
  const { t } = useTranslation();
  const day = (instant: string) => dayLabel(dayIn(dates.timeZone, new Date(instant)), dates);
  const badge = (Icon: typeof Clock, instant: string, name: string) =>
    inWords ? (
      <Badge Icon={Icon}>{name}</Badge>
    ) : (
      <Badge Icon={Icon} name={name}>
        {day(instant)}
      </Badge>
    );
  const { createdAt, updatedAt } = task;
  return (
    <>
      {badge(Clock, createdAt, t("tasks.created", { when: day(createdAt) }))}
      {wasEdited(task) && badge(Pencil, updatedAt, t("tasks.updated", { when: day(updatedAt) }))}
    </>
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
