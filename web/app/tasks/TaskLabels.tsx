import { Calendar, Clock, Pencil, Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayLabel, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { Badge } from "#app/ui/Badge";
import { type GroupKey, wasEdited } from "./due-groups";
import type { Task } from "./task";

const urgency: Partial<Record<GroupKey, "danger" | "soon">> = {
  overdue: "danger",
  today: "soon",
};

/**
 * The quiet line under a title: number, priority, due, category. When it was made and changed
 * stands at its end while the row is looked at, where there is room.
 */
export function TaskLabels({
  task,
  group,
  dates,
}: {
  task: Task;
  group: GroupKey;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  return (
    <p className="note figures flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet max-md:gap-x-3">
      <span dir="ltr">#{inNumerals(String(task.id), dates.numerals)}</span>
      <PriorityBars priority={task.priority} />
      {task.dueAt && (
        <Badge
          Icon={Calendar}
          name={t("tasks.due", { when: dueLabel(task.dueAt, dates) })}
          tone={urgency[group]}
        >
          {dueLabel(task.dueAt, dates)}
        </Badge>
      )}
      {task.recurrence && <Badge Icon={Repeat}>{t("tasks.recurring")}</Badge>}
      {task.category && <bdi>{task.category}</bdi>}
      <span className="ms-auto inline-flex gap-4 opacity-0 transition-opacity duration-150 group-focus-within:opacity-100 group-hover:opacity-100 max-lg:hidden">
        <Ages task={task} dates={dates} />
      </span>
    </p>
  );
}

/** When a task was made and, if it was, changed: in words. */
export function TaskAges({ task, dates }: { task: Task; dates: DateContext }) {
  return (
    <p className="note flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet">
      <Ages task={task} dates={dates} inWords />
    </p>
  );
}

function Ages({ task, dates, inWords }: { task: Task; dates: DateContext; inWords?: boolean }) {
  const { t } = useTranslation();
  const day = (moment: string) => dayLabel(dayIn(dates.timeZone, new Date(moment)), dates);
  const badge = (Icon: typeof Clock, moment: string, name: string) =>
    inWords ? (
      <Badge Icon={Icon}>{name}</Badge>
    ) : (
      <Badge Icon={Icon} name={name}>
        {day(moment)}
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

const bars = { low: 1, medium: 2, high: 3 } as const;

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
            className={bar <= bars[priority] ? "fill-current" : "fill-hairline"}
          />
        ))}
      </svg>
    </span>
  );
}
