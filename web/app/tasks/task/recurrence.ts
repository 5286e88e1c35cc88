import { dueDay, formatDue, parseDue, type StoredDue } from "./due-date";
import { daysAfter, daysOfRule, fromDayNumber, hasDay, toDayNumber } from "./recurrence-days";
import { isRuleFault, parseRule, type RecurrenceRule } from "./recurrence-rule";
import type { RecurrenceFrom } from "./task";

/**
 * What is wrong with a rule: null for an RRULE of RFC 5545 (3.3.10) that Karlo keeps, one of days or
 * longer whose dates exist; else the expected input.
 *
 * @param text in upper case, without `RRULE:`
 */
export function recurrenceFault(text: string): string | null {
  const rule = parseRule(text);
  if (isRuleFault(rule)) return rule.expected;
  return hasDay(rule) ? null : "an RRULE with a date that exists";
}

/** True for a rule that {@link recurrenceFault} finds nothing wrong with. */
function isRecurrence(rule: string): boolean {
  return recurrenceFault(rule) === null;
}

/**
 * A stored rule as it is kept today. Earlier releases kept times of day in a rule, which never had an
 * effect, and rules that have no date.
 *
 * @returns null for one that has no next date
 */
export function readStoredRule(stored: string | null): string | null {
  const parts = stored?.split(";").filter((part) => !/^BY(HOUR|MINUTE|SECOND)=/.test(part));
  const rule = parts?.join(";") ?? "";
  return isRecurrence(rule) ? rule : null;
}

/** The occurrence that is created when one is completed; its date in wire form. */
export interface Successor {
  dueAt: string;
  /** The rule, its COUNT reduced by the occurrences that are over. */
  recurrence: string;
}

/** The dates of an occurrence, in wire form. */
export interface Occurrence {
  dueAt: string | null;
  /** Its date by the rule, where the due date was moved away from it. */
  seriesAt?: string | null;
  /** What the next one is counted from: the series by default. */
  from?: RecurrenceFrom;
  /** Days without an occurrence. They count for COUNT, as an EXDATE does. */
  except?: readonly string[];
}

/**
 * The next date of a rule: the first after both the date of an occurrence and `today`. An instant
 * keeps its wall-clock time in the zone across daylight saving. Moving one occurrence does not move
 * the series. Counted from completion, the rule starts anew on `today`.
 *
 * @param occurrence without any date the rule starts from `today`
 * @param timeZone the IANA zone of the task, or else of the person
 * @param today the current day there, `2026-11-22`
 * @returns null when the rule has ended
 */
export function nextOccurrence(
  recurrence: string,
  occurrence: Occurrence,
  timeZone: string,
  today: string,
): Successor | null {
  const text = readStoredRule(recurrence);
  const rule = text === null ? null : parseRule(text);
  const series = parseDue(occurrence.seriesAt ?? occurrence.dueAt ?? today);
  if (text === null || !rule || isRuleFault(rule) || !series?.dueAt) return null;
  const { dueHasTime } = series;
  const start = zoned(series.dueAt.toISOString(), dueHasTime ? timeZone : "UTC");
  const now = toDayNumber(Temporal.PlainDate.from(today));
  const restarts = occurrence.from === "completion";
  const after = restarts
    ? start
    : laterDate(start, series, parseDue(occurrence.dueAt ?? ""), timeZone);
  const from = restarts ? now + 1 : Math.max(toDayNumber(after.toPlainDate()), now + 1);
  const days = restarts
    ? daysAfter(rule, now)
    : daysOf(rule, toDayNumber(start.toPlainDate()), from);
  let elapsed = restarts ? 1 : 0;
  for (const day of days) {
    if (day < from) {
      elapsed += 1;
      continue;
    }
    const date = fromDayNumber(day);
    const next = date.toZonedDateTime({
      timeZone: start.timeZoneId,
      plainTime: start.toPlainTime(),
    });
    if (isPastEnd(rule, elapsed, next, dueHasTime)) return null;
    const isOver = !restarts && next.epochMilliseconds <= after.epochMilliseconds;
    if (isOver || occurrence.except?.includes(date.toString())) {
      elapsed += 1;
      continue;
    }
    const due = formatDue({ dueAt: new Date(next.epochMilliseconds), dueHasTime });
    const left = (rule.count ?? 0) - elapsed;
    return due === null
      ? null
      : { dueAt: due, recurrence: text.replace(/COUNT=\d+/, `COUNT=${left}`) };
  }
  return null;
}

/**
 * The days of later occurrences within a span, in the zone. Those of a rule that is counted from
 * completion are not known.
 */
export function occurrencesBetween(
  recurrence: string,
  occurrence: Occurrence,
  timeZone: string,
  [first, last]: readonly [string, string],
): string[] {
  const found: string[] = [];
  if (occurrence.from === "completion") return found;
  let before = Temporal.PlainDate.from(first).subtract({ days: 1 }).toString();
  for (;;) {
    const next = nextOccurrence(recurrence, occurrence, timeZone, before);
    const day = next && dueDay(next.dueAt, timeZone);
    if (!day || day > last) return found;
    found.push(day);
    before = day;
  }
}

/** The days of a series from one on; with COUNT also those before, which it counts. */
const daysOf = (rule: RecurrenceRule, start: number, from: number): Iterable<number> =>
  daysOfRule(rule, start, rule.count === undefined ? from : start);

/** Whether a rule ends before its occurrence `next`, which comes after `elapsed` others. */
function isPastEnd(
  { count, until }: RecurrenceRule,
  elapsed: number,
  next: Temporal.ZonedDateTime,
  hasTime: boolean,
): boolean {
  if (count !== undefined && elapsed >= count) return true;
  if (until === undefined) return false;
  const day = next.toPlainDate().toString();
  // A day has no time of day to compare, and a day as an end is the whole of it.
  if (!hasTime || !until.includes("T")) return day > until.slice(0, 10);
  if (until.endsWith("Z"))
    return next.epochMilliseconds > Temporal.Instant.from(until).epochMilliseconds;
  return Temporal.PlainDateTime.compare(next.toPlainDateTime(), until) > 0;
}

/** The later of an occurrence's date by the rule and the date it was moved to. */
function laterDate(
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
