import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dayName, formatNumber } from "#app/i18n/dates";
import { byHour } from "#app/tasks/places/by-hour";
import { DayColumn } from "#app/tasks/places/DayColumn";
import { useRovingTabIndex } from "#app/tasks/row/use-roving-tabindex";
import { localDue } from "#app/tasks/times/local-due";
import { classNames } from "#app/ui/styles/class-names";
import { calendarHref } from "./calendar-href";
import { MonthTask } from "./MonthTask";
import type { CalendarData } from "./read-calendar.server";

/** So many tasks of a day have room in its cell. */
const SHOWN_MAX = 3;

/**
 * A month. Where there is room each day shows its first tasks, which are dragged to other days; on a
 * phone it shows how many there are. The tasks of a chosen day are listed below.
 */
export function MonthGrid({ page, dates }: { page: CalendarData; dates: DateContext }) {
  const { t } = useTranslation();
  const { days, shown, today, timeZone, openedId } = page;
  const tasks = [...page.tasks].sort(byHour(timeZone));
  const byDay = Map.groupBy(tasks, (task) => localDue(task, timeZone)?.day ?? "");
  const weeks = Array.from({ length: days.length / 7 }, (_, index) =>
    days.slice(7 * index, 7 * index + 7),
  );
  const month = shown.slice(0, 7);
  const chosen = page.day ?? (today.startsWith(month) ? today : null);
  const listed = chosen && days.find(({ day }) => day === chosen);
  const hrefOf = (task: number) => calendarHref(page, { task, day: page.day ?? undefined });
  const inCells = days.flatMap(({ day }) => byDay.get(day)?.slice(0, SHOWN_MAX) ?? []);
  const rows = useRovingTabIndex(inCells.map(({ id }) => id));
  return (
    <>
      <table className="w-full table-fixed border-collapse" onFocus={rows.onFocus}>
        <caption className="sr-only">
          {dayName(shown, { month: "long", year: "numeric" }, dates)}
        </caption>
        <thead>
          <tr>
            {(weeks[0] ?? []).map(({ day }) => (
              <th key={day} scope="col" className="note pb-1 text-start font-normal text-quiet">
                <span aria-hidden="true">{dayName(day, { weekday: "short" }, dates)}</span>
                <span className="sr-only">{dayName(day, { weekday: "long" }, dates)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.day}>
              {week.map(({ day, total }) => {
                const due = byDay.get(day) ?? [];
                const more = Math.max(total, due.length) - SHOWN_MAX;
                return (
                  <td
                    key={day}
                    data-day={day}
                    className={classNames(
                      "h-12 border align-top md:h-24",
                      day.startsWith(month) ? undefined : "bg-hairline/30",
                      day === chosen && "max-md:bg-raised",
                    )}
                  >
                    <Link
                      to={`${calendarHref(page, { day })}#day-${day}`}
                      preventScrollReset
                      aria-current={day === today ? "date" : undefined}
                      className={classNames(
                        "flex min-h-12 flex-col items-start px-1 pt-1 md:min-h-7",
                        day.startsWith(month) ? "text-ink" : "text-quiet",
                      )}
                    >
                      <span className="sr-only">
                        {dayName(day, { weekday: "long", day: "numeric", month: "long" }, dates)}
                        {", "}
                        {t("places.grid.count", { count: Math.max(total, due.length) })}
                      </span>
                      <span
                        aria-hidden="true"
                        className={classNames(
                          "dense figures px-1",
                          day === today && "rounded-control bg-ink text-page",
                        )}
                      >
                        {dayName(day, { day: "numeric" }, dates)}
                      </span>
                      {due.length > 0 && (
                        <span aria-hidden="true" className="note figures px-1 text-quiet md:hidden">
                          {formatNumber(Math.max(total, due.length), dates)}
                        </span>
                      )}
                    </Link>
                    <ul className="flex flex-col max-md:hidden">
                      {due.slice(0, SHOWN_MAX).map((task) => (
                        <MonthTask
                          key={task.id}
                          task={task}
                          dates={dates}
                          href={hrefOf(task.id)}
                          opened={openedId === task.id}
                          tabbable={rows.current === null || rows.current === task.id}
                        />
                      ))}
                    </ul>
                    {more > 0 && (
                      <Link
                        to={`${calendarHref(page, { day })}#day-${day}`}
                        preventScrollReset
                        className="note flex min-h-6 items-center px-2 text-quiet underline-offset-4 max-md:hidden pointer:hover:underline"
                      >
                        {t("places.days.more", { count: more })}
                      </Link>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {listed && (
        <div className={classNames("max-w-[720px] pt-6", !page.day && "md:hidden")}>
          <DayColumn
            {...listed}
            tasks={byDay.get(listed.day) ?? []}
            dates={dates}
            hrefOf={hrefOf}
            openedId={openedId}
            tabbable={null}
          />
        </div>
      )}
    </>
  );
}
