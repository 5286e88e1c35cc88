import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { clockLabel, type DateContext, dayName, hourIn, isDay, timeIn } from "#app/i18n/dates";
import { byHour } from "#app/tasks/places/by-hour";
import { useRovingTabIndex } from "#app/tasks/row/use-roving-tabindex";
import { localDue } from "#app/tasks/times/local-due";
import { classNames } from "#app/ui/styles/class-names";
import { useStyle } from "#app/ui/styles/use-style";
import { calendarHref } from "./calendar-href";
import { MonthTask } from "./MonthTask";
import type { CalendarData } from "./read-calendar.server";
import { WeekTask } from "./WeekTask";
import { minutesOf, placeInLanes, timeOf } from "./week-lanes";

/** The hour that is at the top when a week is opened; of this week it is what comes before now. */
const FIRST_HOUR = 7;
const HOURS_BEFORE = 2;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** A week by the hour, with what is due on a whole day above it. */
export function WeekGrid({ page, dates }: { page: CalendarData; dates: DateContext }) {
  const { t } = useTranslation();
  const { days, today, timeZone, openedId, now } = page;
  const tasks = [...page.tasks].sort(byHour(timeZone));
  const rows = useRovingTabIndex(tasks.map(({ id }) => id));
  const byDay = Map.groupBy(tasks, (task) => localDue(task, timeZone)?.day ?? "");
  const scroller = useRef<HTMLDivElement>(null);
  const isFar = (day: string) => (page.near.includes(day) ? undefined : "");
  const hasToday = days.some(({ day }) => day === today);
  // As it was when the week was opened: what changes later does not scroll it.
  const first = useRef(hasToday ? hourIn(timeZone, new Date(now)) : null);
  useEffect(() => {
    const box = scroller.current;
    const hour = box?.querySelector<HTMLElement>("[data-hour]");
    if (!box || !hour) return;
    const top = first.current === null ? FIRST_HOUR : Math.max(0, first.current - HOURS_BEFORE);
    box.scrollTop = (top - 0.25) * hour.offsetHeight;
  }, []);
  const hrefOf = (task: number) => calendarHref(page, { task });
  const tabbable = (id: number) => rows.current === null || rows.current === id;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only tracks which of its tasks has the focus
    <div
      ref={scroller}
      onFocus={rows.onFocus}
      className="week relative overflow-auto overscroll-contain border"
    >
      <div className="week-row sticky top-0 z-10 border-b bg-page">
        <span className="sticky start-0 bg-page" />
        {days.map(({ day }) => (
          <h2 key={day} data-far={isFar(day)} className="min-w-0 border-s px-1 py-1">
            <Link
              to={calendarHref({ kind: "month", shown: day }, { day })}
              aria-current={day === today ? "date" : undefined}
              className={classNames(
                "note figures inline-flex min-h-8 items-center px-1",
                day === today ? "bg-ink text-page" : "text-ink",
              )}
            >
              <span aria-hidden="true">
                {dayName(day, { weekday: "short", day: "numeric" }, dates)}
              </span>
              <span className="sr-only">
                {dayName(day, { weekday: "long", day: "numeric", month: "long" }, dates)}
              </span>
            </Link>
          </h2>
        ))}
        <span className="note sticky start-0 border-t bg-page p-1 text-quiet normal-case">
          {t("places.grid.allDay")}
        </span>
        {days.map(({ day, total }) => {
          const whole = (byDay.get(day) ?? []).filter(({ dueAt }) => dueAt && isDay(dueAt));
          const more = total - (byDay.get(day)?.length ?? 0);
          return (
            <div
              key={day}
              data-whole-day={day}
              data-far={isFar(day)}
              className="min-h-8 min-w-0 border-s border-t"
            >
              <ul>
                {whole.map((task) => (
                  <MonthTask
                    key={task.id}
                    task={task}
                    dates={dates}
                    href={hrefOf(task.id)}
                    opened={openedId === task.id}
                    tabbable={tabbable(task.id)}
                    target="[data-whole-day]"
                  />
                ))}
              </ul>
              {more > 0 && (
                <Link
                  to={`/tasks?search=${day}`}
                  className="note flex min-h-6 items-center px-2 text-quiet"
                >
                  {t("places.days.more", { count: more })}
                </Link>
              )}
            </div>
          );
        })}
      </div>
      <div className="week-row relative">
        <div aria-hidden="true" className="sticky start-0 z-[5] bg-page">
          {HOURS.map((hour) => (
            <div
              key={hour}
              data-hour
              className="week-hour note figures px-1 text-quiet normal-case"
            >
              {hour > 0 && (
                <span className="relative -top-2">{clockLabel(timeOf(hour * 60), dates)}</span>
              )}
            </div>
          ))}
        </div>
        {days.map(({ day }) => {
          const timed = (byDay.get(day) ?? []).filter(({ dueAt }) => dueAt && !isDay(dueAt));
          return (
            <div
              key={day}
              data-column={day}
              data-far={isFar(day)}
              className="week-column relative min-w-0 border-s"
            >
              {day === today && <NowLine minutes={minutesOf(timeIn(new Date(now), timeZone))} />}
              <ul>
                {placeInLanes(timed, timeZone).map((placed) => (
                  <WeekTask
                    key={placed.task.id}
                    placed={placed}
                    day={day}
                    dates={dates}
                    href={hrefOf(placed.task.id)}
                    opened={openedId === placed.task.id}
                    tabbable={tabbable(placed.task.id)}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where the day is now. */
function NowLine({ minutes }: { minutes: number }) {
  const line = useRef<HTMLDivElement>(null);
  useStyle(line, { top: `${(minutes / 1_440) * 100}%`, visibility: "visible" });
  return (
    <div
      ref={line}
      aria-hidden="true"
      className="pointer-events-none invisible absolute inset-x-0 z-[4] border-t-2 border-accent-text"
    />
  );
}
