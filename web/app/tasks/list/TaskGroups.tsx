import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { dayIn, formatNumber } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import { useRowKey } from "#app/tasks/row/row-keys";
import { TaskRow } from "#app/tasks/row/TaskRow";
import { useRovingTabIndex } from "#app/tasks/row/use-roving-tabindex";
import type { Task } from "#app/tasks/task/task";
import { useReflow } from "#app/ui/lists/use-reflow";
import { classNames } from "#app/ui/styles/class-names";
import { dayOfGroup, type GroupKey, groupTasks } from "./due-groups";

const nothing = () => {};

/** The list, grouped by due date; on wide screens the headings of the groups are in the margin. */
export function TaskGroups({
  tasks,
  timeZone,
  now,
  hrefOf,
  openedId,
  selected = null,
  onSelect = nothing,
  actions = {},
}: {
  tasks: Task[];
  timeZone: string;
  now: string;
  /** The address that opens a task. */
  hrefOf(id: number): string;
  openedId: number | null;
  /** Null while nothing is being selected. */
  selected?: ReadonlySet<number> | null;
  onSelect?(id: number): void;
  /** What can be done with a whole group, beside its heading. */
  actions?: Partial<Record<GroupKey, ReactNode>>;
}) {
  const { t } = useTranslation();
  const keyOf = useRowKey();
  const dates = useDates(timeZone, now);
  const groups = groupTasks(tasks, new Date(now), timeZone, dates.firstWeekday);
  const today = dayIn(timeZone, new Date(now));
  const ids = groups.flatMap((group) => group.tasks.map(({ id }) => id));
  const rows = useRovingTabIndex(ids);
  const container = useReflow<HTMLDivElement>(ids.join());
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only tracks which of its rows has the focus
    <div ref={container} onFocus={rows.onFocus} className="flex flex-col gap-4 md:gap-8">
      {groups.map(({ key, tasks: members }) => (
        <section
          key={key}
          aria-labelledby={`group-${key}`}
          data-day={dayOfGroup(key, today, dates.firstWeekday)}
          className={classNames(
            "grid gap-x-8 gap-y-1",
            // Beside an open task there is no margin until the page is wide.
            openedId === null
              ? "md:grid-cols-[144px_minmax(0,1fr)]"
              : "md:max-lg:grid-cols-[144px_minmax(0,1fr)]",
          )}
        >
          <div className="flex items-baseline justify-between gap-x-4 md:sticky md:top-(--header) md:flex-col md:self-start md:pt-5">
            <h2
              id={`group-${key}`}
              className={classNames(
                "note figures flex items-baseline gap-2",
                key === "overdue" ? "text-danger" : "text-ink",
              )}
            >
              {t(`tasks.group.${key}`)}
              <span className="text-quiet">{formatNumber(members.length, dates)}</span>
            </h2>
            {actions[key]}
          </div>
          <ul className="border-t">
            {members.map((task) => (
              <TaskRow
                key={keyOf(task.id)}
                task={task}
                group={key}
                dates={dates}
                href={hrefOf(task.id)}
                opened={openedId === task.id}
                tabbable={rows.current === null || rows.current === task.id}
                selected={selected ? selected.has(task.id) : null}
                onSelect={onSelect}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
