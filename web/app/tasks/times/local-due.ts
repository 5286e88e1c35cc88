import { dayIn, isDay, timeIn } from "#app/i18n/dates";
import type { Point } from "#app/when/value";

/** A due date on the clock of some zone. */
export type LocalDue = Pick<Point, "day" | "time">;

/** The due date of a task on the clock of `timeZone`; null without one. */
export function localDue({ dueAt }: { dueAt: string | null }, timeZone: string): LocalDue | null {
  if (!dueAt) return null;
  if (isDay(dueAt)) return { day: dueAt, time: null };
  const instant = new Date(dueAt);
  return { day: dayIn(timeZone, instant), time: timeIn(instant, timeZone) };
}
