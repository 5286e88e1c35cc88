import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayIn, dayLabel, dayName, formatNumber } from "#app/i18n/dates";
import { groupOf } from "#app/tasks/list/due-groups";
import { useRowKey } from "#app/tasks/row/row-keys";
import { TaskRow } from "#app/tasks/row/TaskRow";
import type { Task } from "#app/tasks/task/task";
import { classNames } from "#app/ui/styles/class-names";
import { DayAdd } from "./DayAdd";
import { LaterRow } from "./LaterRow";
import type { LaterOccurrence } from "./list-later.server";

/** One day with its tasks, which takes what is dragged onto it and what is written into it. */
export function DayColumn({
  day,
  total,
  tasks,
  later = [],
  dates,
  hrefOf,
  openedId,
  tabbable,
}: {
  day: string;
  /** How many are due; more than are shown on a full day. */
  total: number;
  tasks: Task[];
  /** Later occurrences of what repeats. */
  later?: LaterOccurrence[];
  dates: DateContext;
  hrefOf(id: number): string;
  openedId: number | null;
  /** The row that Tab reaches; null for every row. */
  tabbable: number | null;
}) {
  const { t } = useTranslation();
  const keyOf = useRowKey();
  const now = new Date(dates.now);
  const isToday = day === dayIn(dates.timeZone, now);
  const label = dayLabel(day, dates);
  const name = dayName(day, { weekday: "long", day: "numeric", month: "long" }, dates);
  return (
    <section
      aria-labelledby={`day-${day}`}
      data-day={day}
      className="min-w-0 md:not-print:border-s md:not-print:px-3 md:not-print:first:border-s-0 md:not-print:first:ps-0"
    >
      <h2
        id={`day-${day}`}
        className={classNames(
          "note figures flex min-h-8 items-center gap-2 md:min-h-11",
          isToday ? "text-accent-text" : "text-ink",
        )}
      >
        <span aria-hidden="true">{label}</span>
        <span className="sr-only">{name}</span>
        {tasks.length > 0 && (
          <span className="text-quiet">{formatNumber(Math.max(total, tasks.length), dates)}</span>
        )}
      </h2>
      <ul className="border-t">
        {tasks.map((task) => (
          <TaskRow
            key={keyOf(task.id)}
            task={task}
            group={groupOf(task, now, dates.timeZone)}
            dates={dates}
            href={hrefOf(task.id)}
            opened={openedId === task.id}
            tabbable={tabbable === null || tabbable === task.id}
            selected={null}
            onSelect={nothing}
            narrow
          />
        ))}
      </ul>
      {later.length > 0 && (
        <ul aria-label={t("places.days.repeats")}>
          {later.slice(0, LATER_MAX).map((one) => (
            <LaterRow key={one.id} later={one} dates={dates} href={hrefOf(one.id)} />
          ))}
        </ul>
      )}
      {total > tasks.length && (
        <Link
          to={`/tasks?search=${day}`}
          className="dense inline-flex min-h-11 items-center text-quiet underline underline-offset-4"
        >
          {t("places.days.more", { count: total - tasks.length })}
        </Link>
      )}
      <DayAdd day={day} label={t("places.days.add", { day: name })} />
    </section>
  );
}

/** Most later occurrences that are shown of one day. */
const LATER_MAX = 20;

const nothing = () => {};
