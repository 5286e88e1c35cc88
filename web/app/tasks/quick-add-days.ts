/** Calendar days as texts, `2026-11-22`: no clock and no zone in them. */

const CODES = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (date: Date): string => date.toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return text(date);
}

/** The same day of a later month, or its last. */
export function addMonths(day: string, months: number): string {
  const date = at(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return text(date);
}

/** The first such weekday after a day. `code` as in RFC 5545: MO, TU ... */
export function nextWeekday(day: string, code: string | undefined): string | null {
  const wanted = CODES.indexOf(code ?? "");
  if (wanted < 0) return null;
  return addDays(day, ((wanted - at(day).getUTCDay() + 6) % 7) + 1);
}

export const nextMonday = (day: string): string => addDays(day, (8 - at(day).getUTCDay()) % 7 || 7);

/** A day of a month: of the year named, or the next one that comes. Null when there is none. */
export function monthDay(today: string, month: number, day: number, year?: string): string | null {
  const inYear = (number: number) =>
    dayOfMonth(`${number}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
  if (year) return inYear(Number(year));
  const thisYear = inYear(Number(today.slice(0, 4)));
  return thisYear && thisYear >= today ? thisYear : inYear(Number(today.slice(0, 4)) + 1);
}

/** The text itself when the calendar has such a day. */
export function dayOfMonth(day: string): string | null {
  const date = at(day);
  return !Number.isNaN(date.getTime()) && text(date) === day ? day : null;
}

/** The next day of that number from a day on; in a shorter month, of the next month that has it. */
export function nextDayOfMonth(from: string, day: number): string | null {
  if (!(day >= 1 && day <= 31)) return null;
  for (let months = 0; months < 3; months += 1) {
    const month = addMonths(`${from.slice(0, 8)}01`, months).slice(0, 8);
    const date = dayOfMonth(month + String(day).padStart(2, "0"));
    if (date && date >= from) return date;
  }
  return null;
}

/** The last day of the day, week (its Sunday), month or year that a day is in, by its first letter. */
export function lastDay(day: string, of: string): string {
  if (of === "w") return addDays(nextMonday(day), -1);
  if (of === "m") return addDays(`${addMonths(day, 1).slice(0, 8)}01`, -1);
  return of === "y" ? `${day.slice(0, 4)}-12-31` : day;
}
