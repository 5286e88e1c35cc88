import { addMonths, dayFrom, isoOf } from "#app/when/calendar";
import type { Point, ShiftValue } from "#app/when/value";
import { epochOf, localOf, minutesFrom, rfc3339 } from "#app/when/zone";
import type { LocalDue } from "./local-due";

/**
 * The due date that is put off, or brought forward. Days and months keep the clock, hours and
 * minutes pass as they do: across a change of the clock "two hours later" is two hours later.
 *
 * @param due null for what has no date: it is put off from now
 * @returns null where hours are to be added to a day that has no time
 */
export function applyShift(
  due: LocalDue | null,
  { minutes, days, months }: ShiftValue,
  { now, timeZone }: { now: Date; timeZone: string },
): Point | null {
  const present = localOf(now.getTime(), timeZone);
  const from = due ?? { day: isoOf(present.day), time: null };
  const day = addMonths(dayFrom(from.day), months) + days;
  const clock = from.time === null ? null : minutesFrom(from.time);
  if (minutes !== 0 && clock === null && due !== null) return null;
  if (minutes === 0 && clock === null) return { day: isoOf(day), time: null, at: null };
  const start = epochOf({ day, minutes: clock ?? present.minutes }, timeZone);
  const at = rfc3339(localOf(start + minutes * 60_000, timeZone), timeZone);
  return { day: at.slice(0, 10), time: at.slice(11, 16), at };
}
