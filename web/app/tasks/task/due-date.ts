/** A due date in its database columns. */
export interface StoredDue {
  /** The instant, or midnight UTC of the day. Null: no due date. */
  dueAt: Date | null;
  dueHasTime: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Parses a due date: `2026-11-22` (a day) or RFC 3339 (an instant with any offset).
 *
 * @param localZone IANA zone of an instant without an offset; without it such a text is invalid
 * @returns null when the text is neither, or lies before 1970 or after 9999
 */
export function parseDue(text: string, localZone?: string): StoredDue | null {
  try {
    const due = DAY.test(text)
      ? { dueAt: new Date(Temporal.PlainDate.from(text).toString()), dueHasTime: false }
      : { dueAt: new Date(parseInstant(text, localZone)), dueHasTime: true };
    const time = due.dueAt.getTime();
    return time >= EARLIEST && time <= LATEST ? due : null;
  } catch {
    return null;
  }
}

function parseInstant(text: string, localZone: string | undefined): number {
  if (localZone && LOCAL.test(text)) {
    const local = Temporal.PlainDateTime.from(text.replace(" ", "T"));
    return local.toZonedDateTime(localZone).epochMilliseconds;
  }
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** Formats a due date for the wire: `2026-11-22` or RFC 3339 in UTC; null without one. */
export function formatDue({ dueAt, dueHasTime }: StoredDue): string | null {
  if (!dueAt) return null;
  const iso = dueAt.toISOString();
  return dueHasTime ? iso.replace(".000Z", "Z") : iso.slice(0, 10);
}

/**
 * Combines the date and time fields of a form.
 *
 * @param date `2026-11-22` or empty
 * @param time `17:00` or empty
 * @param timeZone the person's IANA zone
 * @returns the due date in its wire form; null without a date or when the two are not valid
 */
export function parseDueInput(date: string, time: string, timeZone: string): string | null {
  if (!date) return null;
  const due = parseDue(time ? `${date}T${time}` : date, timeZone);
  return due && formatDue(due);
}

/** The calendar day of a due date (wire form) in a time zone, as `2026-11-22`. */
export function dueDay(dueAt: string, timeZone: string): string {
  if (DAY.test(dueAt)) return dueAt;
  return Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The calendar day of an instant in a time zone, as `2026-11-22`. */
export function today(now: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/**
 * The instant at which a calendar day starts in a time zone, shifted by whole days: midnight there,
 * or the first instant after it where daylight saving skips midnight.
 */
export function startOfDay(day: string, timeZone: string, shiftDays = 0): Date {
  const date = Temporal.PlainDate.from(day).add({ days: shiftDays });
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
