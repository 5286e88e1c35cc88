import { Calendar, Clock, Pencil, Repeat } from "lucide-react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayLabel, dueLabel } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import { Badge } from "#app/ui/Badge";
import { classNames } from "#app/ui/class-names";
import { type GroupKey, wasEdited } from "./due-groups";
import type { Task } from "./task";

const urgency: Partial<Record<GroupKey, "danger" | "soon">> = {
  overdue: "danger",
  today: "soon",
};

/** The quiet line under a title: number, due, category, priority; its age where there is room. */
export function TaskLabels({
  task,
  group,
  dates,
  ages = false,
}: {
  task: Task;
  group: GroupKey;
  dates: DateContext;
  /** Its age is shown even where room is scarce. */
  ages?: boolean;
}) {
  const { t } = useTranslation();
  const day = (moment: string) => dayLabel(dayIn(dates.timeZone, new Date(moment)), dates);
  return (
    <p className="note figures flex flex-wrap items-center gap-x-4 gap-y-1 text-quiet">
      <span dir="ltr">#{inNumerals(String(task.id), dates.numerals)}</span>
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
      <PriorityBars priority={task.priority} />
      <span className={classNames("inline-flex gap-4", !ages && "ms-auto max-lg:hidden")}>
        {wasEdited(task) && (
          <Badge Icon={Pencil} name={t("tasks.updated", { when: day(task.updatedAt) })}>
            {day(task.updatedAt)}
          </Badge>
        )}
        <Badge Icon={Clock} name={t("tasks.created", { when: day(task.createdAt) })}>
          {day(task.createdAt)}
        </Badge>
      </span>
    </p>
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
