import { RRuleTemporal } from "rrule-temporal";
import { formatDue, parseDue } from "./due-date";

const FREQUENCIES = /(^|;)FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;|$)/;
const PARTS = /^[A-Z]+=[A-Z0-9,+-]+(;[A-Z]+=[A-Z0-9,+-]+)*$/;

/** True for an RFC 5545 RRULE (§3.3.10) of days or longer, without DTSTART. */
export function isRecurrence(rule: string): boolean {
  if (!PARTS.test(rule) || !FREQUENCIES.test(rule)) return false;
  try {
    new RRuleTemporal({ rruleString: rule, dtstart: zoned("2026-01-01T00:00:00Z", "UTC") }).next();
    return true;
  } catch {
    return false;
  }
}

/** The occurrence that follows when one is completed. */
export interface Successor {
  dueAt: string;
  /** The rule with its COUNT lessened by the occurrence that is done. */
  recurrence: string;
}

/**
 * The next date of a rule after a due date. A moment keeps its wall-clock time in the person's
 * zone across daylight saving.
 *
 * @param dueAt the due date on the wire; without one the rule counts from `today`
 * @param today the person's day, `2026-11-22`
 * @returns null when the rule has ended
 */
export function nextOccurrence(
  recurrence: string,
  dueAt: string | null,
  timeZone: string,
  today: string,
): Successor | null {
  const from = parseDue(dueAt ?? today);
  if (!from?.dueAt) return null;
  const count = Number(/(?:^|;)COUNT=(\d+)/.exec(recurrence)?.[1] ?? Number.POSITIVE_INFINITY);
  if (count <= 1) return null;
  const start = zoned(from.dueAt.toISOString(), from.dueHasTime ? timeZone : "UTC");
  const next = new RRuleTemporal({ rruleString: recurrence, dtstart: start }).next(start, false);
  if (!next) return null;
  const due = formatDue({ dueAt: new Date(next.epochMilliseconds), dueHasTime: from.dueHasTime });
  return due === null
    ? null
    : { dueAt: due, recurrence: recurrence.replace(/COUNT=\d+/, `COUNT=${count - 1}`) };
}

function zoned(instant: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}
