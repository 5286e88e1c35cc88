import { type Day, isoOf, weekdaysBetween } from "../calendar";
import { timesADay } from "../lexicon/defaults";
import {
  codeOf,
  type DaySaid,
  type RepeatSaid,
  type Said,
  type SpanSaid,
  type Trouble,
} from "../said";
import type { Problem, RecurrenceValue } from "../value";
import { basicDay, endOfDayUtc } from "../zone";
import { addAmount, daysOf, daysSaid, inRole, resolveDay } from "./days";
import { endAfter } from "./hours";
import {
  type Meaning,
  nothing,
  pointOf,
  type Setting,
  severalTimes,
  startTime,
  unlessGone,
  valued,
} from "./meaning";
import {
  countIn,
  fallsOn,
  firstOccurrence,
  ruleText,
  withoutMonths,
  withoutWeekdays,
} from "./rules";

/** A repetition with its first occurrence and its end. */
export function resolveRepeat(said: Said, repeat: RepeatSaid, setting: Setting): Meaning {
  if (repeat.freq === "HOURLY") {
    const problem = { kind: "within-day", hours: repeat.interval, possible: "FREQ=DAILY" } as const;
    return valued(null, problem);
  }
  if (repeat.often) return resolveOften(said, repeat, repeat.often, setting);
  if (said.clocks) {
    return severalTimes(said, setting, (one) => resolveRepeat(one, repeat, setting));
  }
  const week = weekOf(said, repeat);
  if (week) return resolveRepeat({ ...said, from: undefined, until: undefined }, week, setting);
  if (said.span) return resolveRepeat(within(said, said.span, setting), repeat, setting);
  const left = leaveOut(said, repeat, setting);
  if (!left) return nothing;
  return "kind" in left ? valued(null, left) : oneRule(said, left.rule, left.days, setting);
}

/** "Daily from Monday to Friday" is so every week. */
function weekOf({ from, until }: Said, repeat: RepeatSaid): RepeatSaid | null {
  const [first, last] = [from && weekdayAlone(from), until && weekdayAlone(until)];
  if (repeat.freq !== "DAILY" || repeat.interval > 1 || !first || !last) return null;
  const days = weekdaysBetween(first, last);
  return days && { ...repeat, freq: "WEEKLY", byday: days.map(codeOf) };
}

/** The weekday of a day that is said by nothing else. */
const weekdayAlone = ({ weekday, day, nth, week = null }: DaySaid): number | null =>
  weekday && day === undefined && nth === undefined && week === null ? weekday : null;

/** The month of a span that is said by nothing else: it is so of each year. */
const monthAlone = ({ month, year, yearShift, shift }: SpanSaid): number | null =>
  month && !year && yearShift === undefined && shift === 0 ? month : null;

/** A repetition from the first to the last of days that are said as one: every day in December. */
function within(said: Said, span: SpanSaid, { calendar, now }: Setting): Said {
  const { span: _, role, ...rest } = said;
  // "For the next 10 days" is ten of them.
  if (span.ahead && role === undefined) return { ...rest, during: span.ahead };
  const { from, to } = inRole({ role }, daysOf(span, calendar));
  const day = (found: Day): DaySaid => ({ find: () => found });
  return {
    ...rest,
    ...(from !== null && { from: day(Math.max(from, now.day)) }),
    ...(to !== null && { until: day(to) }),
  };
}

function resolveOften(said: Said, repeat: RepeatSaid, count: number, setting: Setting): Meaning {
  const rule = { ...repeat, often: undefined };
  const problem: Problem = { kind: "often", count, rule: ruleText(rule) };
  const hours = repeat.freq === "DAILY" && !said.clock && !said.part ? timesADay[count] : undefined;
  const times = said.clocks
    ? said
    : hours && { ...said, clocks: hours.map((hour) => ({ minutes: hour * 60, exact: true })) };
  const meaning = times
    ? severalTimes(times, setting, (one) => resolveRepeat(one, rule, setting))
    : resolveRepeat(said, rule, setting);
  return { value: meaning.value, problems: [...meaning.problems, problem] };
}

/** The most days that are left out one by one. */
const MOST_LEFT = 366;

/**
 * A rule without what is left out: weekdays and months by the rule itself, other days one by one.
 * Null where neither can leave it out, as a day of each month.
 */
function leaveOut(
  { except = [] }: Said,
  repeat: RepeatSaid,
  { calendar }: Setting,
): { rule: RepeatSaid; days: Day[] } | Trouble | null {
  const weekdays = except.flatMap(({ day }) => (day && weekdayAlone(day)) ?? []);
  const months = except.flatMap(({ span }) => (span && monthAlone(span)) ?? []);
  const others = except.filter(
    ({ day, span }) => !(day && weekdayAlone(day)) && !(span && monthAlone(span)),
  );
  const rule = withoutMonths(repeat, months);
  const kept = rule && withoutWeekdays(rule, weekdays);
  if (!kept || others.some(({ day, span }) => day?.loose || span?.unit === "year")) return null;
  const days: Day[] = [];
  for (const other of others) {
    const bounds = daysSaid(other, calendar);
    if (!bounds || "kind" in bounds) return bounds;
    const { from, to } = bounds;
    if (to === null || to - (from ?? to) >= MOST_LEFT) return null;
    for (let one = from ?? to; one <= to; one += 1) {
      if (from === to || fallsOn(kept, one)) days.push(one);
    }
  }
  return { rule: kept, days: [...new Set(days)].sort((one, two) => one - two) };
}

function oneRule(said: Said, rule: RepeatSaid, except: readonly Day[], setting: Setting): Meaning {
  const { calendar, now } = setting;
  const minutes = timeOf(said, setting);
  const asked = said.day ?? said.from;
  const from = asked ? resolveDay(asked, calendar) : now.day;
  if (typeof from !== "number") return valued(null, from);
  // "Friday the 13th of every month" begins on no such day.
  if (said.day && (rule.byday ?? rule.bymonthday) && !fallsOn(rule, from)) return nothing;
  const over = minutes !== null && from === now.day && minutes <= now.minutes;
  let first = said.day ? from : firstOccurrence(rule, over ? from + 1 : from);
  while (first !== null && except.includes(first)) first = firstOccurrence(rule, first + 1);
  if (first === null) {
    const { bymonthday: [day] = [], bymonth: [month = null] = [] } = rule;
    return day ? valued(null, { kind: "impossible", day, month, year: null }) : nothing;
  }
  const end = endOf(said, rule, first, minutes !== null, setting);
  if (end === null || typeof end !== "string") return end ?? nothing;
  const start = pointOf(first, minutes, setting);
  const value: RecurrenceValue = {
    kind: "recurrence",
    rule: ruleText(rule) + end,
    start,
    minutes: lengthOf(said, minutes),
    except: except.map(isoOf),
    from: said.completion ? "completion" : "due",
  };
  const gone = first < now.day || (first === now.day && minutes !== null && minutes <= now.minutes);
  return unlessGone(value, gone, start.at ?? start.day);
}

/** The end of a rule as it is written: a count, or a last day. */
function endOf(
  said: Said,
  rule: RepeatSaid,
  first: Day,
  timed: boolean,
  { calendar, timeZone }: Setting,
): string | Meaning | null {
  const until = (day: Day) => `;UNTIL=${timed ? endOfDayUtc(day, timeZone) : basicDay(day)}`;
  if (said.count !== undefined) return `;COUNT=${said.count}`;
  if (said.during) {
    const count = countIn(said.during, rule);
    return count === null ? until(addAmount(first, said.during) - 1) : `;COUNT=${count}`;
  }
  if (!said.until) return "";
  const last = resolveDay(said.until, { ...calendar, today: Math.max(first, calendar.today) });
  if (typeof last !== "number") return valued(null, last);
  return last < first ? null : until(last);
}

/** The hour of a rule: it is that of no certain day, so the usual one is meant. */
const timeOf = (said: Said, setting: Setting): number | null =>
  said.clock || said.part ? startTime(said, { ...setting, now: null }) : null;

function lengthOf({ end, endPart, lasting }: Said, start: number | null): number | null {
  if (end && start !== null) return endAfter(start, end, endPart) - start;
  return lasting?.minutes ?? null;
}
