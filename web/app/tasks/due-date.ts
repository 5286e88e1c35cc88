/** A due date as the database keeps it. */
export interface StoredDue {
  /** The moment, or midnight UTC of the day. Null: no due date. */
  dueAt: Date | null;
  dueHasTime: boolean;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(9999, 11, 31);

/**
 * Reads a due date: `2026-11-22` (a day) or RFC 3339 (a moment, whatever its offset).
 *
 * @param localZone when given, a moment without an offset is taken in this IANA zone; otherwise
 *   it is refused
 * @returns null when the text is neither, or lies before 1970 or after 9999
 */
export function parseDue(text: string, localZone?: string): StoredDue | null {
  try {
    const due = DAY.test(text)
      ? { dueAt: new Date(Temporal.PlainDate.from(text).toString()), dueHasTime: false }
      : { dueAt: new Date(moment(text, localZone)), dueHasTime: true };
    const time = due.dueAt.getTime();
    return time >= EARLIEST && time <= LATEST ? due : null;
  } catch {
    return null;
  }
}

function moment(text: string, localZone: string | undefined): number {
  if (localZone && LOCAL.test(text)) {
    const local = Temporal.PlainDateTime.from(text.replace(" ", "T"));
    return local.toZonedDateTime(localZone).epochMilliseconds;
  }
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** Writes a due date as it goes on the wire. */
export function formatDue({ dueAt, dueHasTime }: StoredDue): string | null {
  if (!dueAt) return null;
  const iso = dueAt.toISOString();
  return dueHasTime ? iso.replace(".000Z", "Z") : iso.slice(0, 10);
}

/**
 * Reads the two fields of the form.
 *
 * @param date `2026-11-22` or empty
 * @param time `17:00` or empty
 * @param timeZone the IANA zone the person means
 * @returns the due date on the wire; null without a date or when it is not one
 */
export function parseDueInput(date: string, time: string, timeZone: string): string | null {
  if (!date) return null;
  const due = parseDue(time ? `${date}T${time}` : date, timeZone);
  return due && formatDue(due);
}

/** The day on which something is due for a person, as `2026-11-22`. */
export function dueDay(dueAt: string, timeZone: string): string {
  if (DAY.test(dueAt)) return dueAt;
  return Temporal.Instant.from(dueAt).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Today for a person, as `2026-11-22`. */
export function today(now: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Start of a person's day, shifted by whole days: midnight there, or the first moment after it. */
export function startOfDay(day: string, timeZone: string, shiftDays = 0): Date {
  const date = Temporal.PlainDate.from(day).add({ days: shiftDays });
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}
