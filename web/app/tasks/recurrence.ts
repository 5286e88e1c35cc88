import { RRuleTemporal } from "rrule-temporal";
import { formatDue, parseDue, type StoredDue } from "./due-date";

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

/** Where an occurrence stands, on the wire. */
export interface Occurrence {
  dueAt: string | null;
  /** Its date in the series, when it was moved away from it. */
  seriesAt?: string | null;
}

/**
 * The next date of a rule after an occurrence. A moment keeps its wall-clock time in the person's
 * zone across daylight saving, and an occurrence that was moved leaves the series where it is.
 *
 * @param occurrence without any date the rule counts from `today`
 * @param today the person's day, `2026-11-22`
 * @returns null when the rule has ended
 */
export function nextOccurrence(
  recurrence: string,
  { dueAt, seriesAt }: Occurrence,
  timeZone: string,
  today: string,
): Successor | null {
  const series = parseDue(seriesAt ?? dueAt ?? today);
  if (!series?.dueAt) return null;
  const count = Number(/(?:^|;)COUNT=(\d+)/.exec(recurrence)?.[1] ?? Number.POSITIVE_INFINITY);
  const start = zoned(series.dueAt.toISOString(), series.dueHasTime ? timeZone : "UTC");
  const rule = new RRuleTemporal({ rruleString: recurrence, dtstart: start });
  const after = laterOf(start, series, parseDue(dueAt ?? ""), timeZone);
  const next = rule.next(after, false);
  if (!next) return null;
  const passed = Number.isFinite(count) ? rule.between(start, after, true).length : 0;
  const due = formatDue({ dueAt: new Date(next.epochMilliseconds), dueHasTime: series.dueHasTime });
  return due === null
    ? null
    : { dueAt: due, recurrence: recurrence.replace(/COUNT=\d+/, `COUNT=${count - passed}`) };
}

/** The later of an occurrence's date in the series and the one it was moved to. */
function laterOf(
  start: Temporal.ZonedDateTime,
  series: StoredDue,
  due: StoredDue | null,
  timeZone: string,
): Temporal.ZonedDateTime {
  if (!due?.dueAt) return start;
  let moved = zoned(due.dueAt.toISOString(), due.dueHasTime ? timeZone : "UTC");
  if (series.dueHasTime && !due.dueHasTime) {
    moved = moved.toPlainDate().add({ days: 1 }).toZonedDateTime(timeZone).subtract({ seconds: 1 });
  } else if (!series.dueHasTime && due.dueHasTime) {
    moved = moved.toPlainDate().toZonedDateTime("UTC");
  }
  return moved.epochMilliseconds > start.epochMilliseconds ? moved : start;
}

function zoned(instant: string, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone);
}
