/**
 * Calendar days as whole numbers, days since 1970-01-01: no clock, no zone and no `Temporal` in
 * them, so that a browser without it reads a phrase as the server does.
 */

/** A calendar day, counted from 1970-01-01. */
export type Day = number;

const DAY_MS = 86_400_000;

/** The day of a year, month (1 to 12) and day of the month; days beyond the month run over. */
export const dayOf = (year: number, month: number, day: number): Day =>
  Math.round(Date.UTC(year, month - 1, day) / DAY_MS);

/** Year, month (1 to 12) and day of the month of a day. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** ISO weekday: Monday is 1, Sunday 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const daysIn = (year: number, month: number): number =>
  dayOf(year, month + 1, 1) - dayOf(year, month, 1);

/** A day as `2026-11-22`. */
export const isoOf = (day: Day): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The same of a day that may be open. */
export const isoOrNull = (day: Day | null): string | null => (day === null ? null : isoOf(day));

/** The day written as `2026-11-22`. */
export function dayFrom(iso: string): Day {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return dayOf(year, month, day);
}

/** The same day of a later month, or its last one. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: wanted } = partsOf(day);
  const first = partsOf(dayOf(year, month + months, 1));
  return dayOf(first.year, first.month, Math.min(wanted, daysIn(first.year, first.month)));
}

/** The first day of the week that a day is in. `first` is an ISO weekday. */
export const startOfWeek = (day: Day, first: number): Day =>
  day - ((weekdayOf(day) - first + 7) % 7);

/** The first such weekday from a day on, that day included. */
export const weekdayFrom = (day: Day, weekday: number): Day =>
  day + ((weekday - weekdayOf(day) + 7) % 7);

/** How often something repeats, as an RRULE names it. */
export type Frequency = "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** The ISO weekdays from one to another, around the end of the week where it must be. */
export function weekdaysBetween(first: number, last: number): number[] | null {
  const length = (last - first + 7) % 7;
  const days = Array.from({ length: length + 1 }, (_, at) => ((first + at - 1) % 7) + 1);
  return length < 1 ? null : days;
}
