import { weekStart } from "#app/i18n/dates";
import type { Language } from "#app/i18n/language";
import type { Db } from "#app/platform/database/database";
import { listByDay } from "#app/tasks/places/list-by-day.server";
import { firstOfMonth, firstOfWeek, readDay } from "#app/tasks/places/read-day";
import { type Person, readPlace, withFamilies } from "#app/tasks/places/read-place.server";
import { addDays } from "#app/tasks/task/calendar-days";
import { today } from "#app/tasks/task/due-date";

/** Most tasks of one day that are read; the page of all tasks has the rest. */
const PER_DAY_MAX = 30;

/** Reads a month, `?month=2026-12`, or a week, `?week=2026-12-05`: the current month without either. */
export async function readCalendar(
  db: Db,
  user: Person & { locale: Language },
  search: URLSearchParams,
) {
  const now = new Date();
  const { timeZone, preferences, locale } = user;
  const start = weekStart({ language: locale, firstWeekday: preferences?.firstWeekday });
  const day = today(now, timeZone);
  const week = readDay(search.get("week"));
  const month = firstOfMonth(readDay(`${search.get("month")}-01`) ?? day);
  const shown = week ? firstOfWeek(week, start) : month;
  const { from, count } = week ? { from: shown, count: 7 } : daysOfMonth(month, start);
  const [place, due] = await Promise.all([
    readPlace(db, user, search, now),
    listByDay(db, user, { from, count, perDay: PER_DAY_MAX, status: "all" }),
  ]);
  return withFamilies(db, user.id, {
    ...place,
    ...due,
    kind: week ? ("week" as const) : ("month" as const),
    /** The first day of the month or week that is shown. */
    shown,
    /** The three days of the week that a phone has room for: those from the day of the address on. */
    near: week ? nearDays(shown, week) : [],
    /** The day of the month whose tasks are listed. */
    day: week ? null : readDay(search.get("day")),
  });
}

/** The data of the calendar. */
export type CalendarData = Awaited<ReturnType<typeof readCalendar>>;

/** Three days of a week from one of them on, or the last three. */
function nearDays(first: string, day: string): string[] {
  const at = Math.min(4, Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000));
  return [0, 1, 2].map((by) => addDays(first, at + by));
}

/** The whole weeks in which a month is. */
function daysOfMonth(month: string, start: number): { from: string; count: number } {
  const from = firstOfWeek(month, start);
  const last = addDays(firstOfMonth(month, 1), -1);
  const end = addDays(firstOfWeek(last, start), 6);
  return { from, count: Math.round((Date.parse(end) - Date.parse(from)) / 86_400_000) + 1 };
}
