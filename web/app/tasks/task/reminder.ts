import { daysBetween } from "./day-distance";

/**
 * When a task rings, in its wire form: at a moment, or some minutes before it is due. Of a task that is
 * due on a day, they count from the person's morning of that day; whole days are days of the calendar.
 */
export type Reminder = { at: string } | { minutes_before: number };

/** Most reminders of a task, and the longest time before: a year. */
export const REMINDERS_MAX = 10;
export const MINUTES_BEFORE_MAX = 525_600;

/** Reads the column; what is no reminder, as a later release may write, is left out. */
export function readStoredReminders(stored: unknown): Reminder[] | null {
  if (!Array.isArray(stored)) return null;
  return stored.flatMap((one: { at?: unknown; minutes_before?: unknown } | null): Reminder[] => {
    if (typeof one?.at === "string") return [{ at: one.at }];
    const { minutes_before: minutes } = one ?? {};
    return typeof minutes === "number" ? [{ minutes_before: minutes }] : [];
  });
}

/** The same reminders each once: those before the due date from the longest on, then moments. */
export function sortReminders(reminders: Reminder[]): Reminder[] {
  const minutes = reminders.flatMap((one) => ("at" in one ? [] : [one.minutes_before]));
  const moments = reminders.flatMap((one) => ("at" in one ? [one.at] : []));
  return [
    ...[...new Set(minutes)].sort((a, b) => b - a).map((minutes_before) => ({ minutes_before })),
    ...[...new Set(moments)].sort().map((at) => ({ at })),
  ];
}

/**
 * The reminders of the next occurrence of a task: those at a moment move along with its date, by the
 * same number of days at the same time of day.
 *
 * @param from due date of this occurrence, in wire form
 * @param to that of the next
 * @param timeZone the zone of the time of day
 */
export function carryReminders(
  reminders: Reminder[] | null,
  from: string | null,
  to: string,
  timeZone: string,
): Reminder[] | null {
  const days = from === null ? 0 : daysBetween(from, to, timeZone);
  return (
    reminders?.map((one) => {
      if (!("at" in one)) return one;
      const at = Temporal.Instant.from(one.at).toZonedDateTimeISO(timeZone).add({ days });
      return { at: at.toInstant().toString() };
    }) ?? null
  );
}
