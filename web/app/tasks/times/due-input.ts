import { dayFrom } from "#app/when/calendar";
import { epochOf, minutesFrom } from "#app/when/zone";

const DAY = /^(19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}$/;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d/;

/**
 * Combines the date and time fields of a form, with what every browser has.
 *
 * @param date `2026-11-22` or empty
 * @param time `17:00` or empty
 * @param timeZone the person's IANA zone
 * @returns the due date in its wire form; null without a date or when the two are not valid
 */
export function dueFromInput(date: string, time: string, timeZone: string): string | null {
  if (!DAY.test(date) || !isDate(date)) return null;
  if (!time) return date;
  if (!CLOCK.test(time)) return null;
  const at = epochOf({ day: dayFrom(date), minutes: minutesFrom(time.slice(0, 5)) }, timeZone);
  return new Date(at).toISOString().replace(".000Z", "Z");
}

/** False for the 31st of a month of 30 days. */
function isDate(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
