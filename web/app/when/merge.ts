import { apartFrom } from "./grammar/apart";
import { partSpans } from "./lexicon/defaults";
import { lengths } from "./lexicon/units";
import { monthDaysOf } from "./resolve/rules";
import { codeOf, type DaySaid, type Part, type RepeatSaid, type Said, type SpanSaid } from "./said";

/** Two ways of saying a day as one, "Friday the 13th", "next month on the 5th"; null if they cannot be. */
export function joinDays(one: DaySaid, two: DaySaid): DaySaid | null {
  if (one.nth !== undefined || two.nth !== undefined) return null;
  if (one.weekday !== undefined && two.weekday !== undefined) return null;
  const weekday = one.weekday !== undefined ? one : two;
  const other = weekday === one ? two : one;
  // A weekday beside a date only names it again; anything else is two days.
  if (weekday.weekday === undefined || other.weekday !== undefined) {
    return other.ahead?.months && weekday.day && !weekday.month
      ? { day: weekday.day, monthShift: other.ahead.months }
      : null;
  }
  // "Friday in two weeks" is the Friday of that week.
  if (other.ahead && !other.ahead.months && other.ahead.days % 7 === 0) {
    return weekday.week ? null : { ...weekday, week: other.ahead.days / 7 };
  }
  return { ...weekday, ...other, weekday: weekday.weekday };
}

/** A day within a span: Friday of next week, the 5th of next month. */
function dayInSpan(day: DaySaid, span: SpanSaid): DaySaid | null {
  if (span.unit === "week" && day.weekday !== undefined && day.day === undefined && !day.find) {
    return { ...day, week: span.shift };
  }
  if (span.unit !== "month" || day.month !== undefined || day.find) return null;
  if (day.day === undefined && day.nth === undefined) return null;
  return span.month === undefined
    ? { ...day, monthShift: span.shift }
    : { ...day, month: span.month, year: span.year ?? null };
}

/**
 * A rule and a day that belongs to it: weekly on Friday, "monthly on the 15th", "yearly on the first
 * Monday of January". Null where the day is when it begins.
 */
export function dayInRule(repeat: RepeatSaid, day: DaySaid): RepeatSaid | null {
  const { month, year, monthShift, weekday, week } = day;
  if (repeat.byday || repeat.bymonthday || repeat.bymonth || year || monthShift) return null;
  if (repeat.freq === "WEEKLY") {
    const alone = weekday !== undefined && day.day === undefined && !day.find;
    return alone && (week ?? null) === null ? { ...repeat, byday: [codeOf(weekday)] } : null;
  }
  // "Friday the 13th of every month" is no rule of the 13th.
  const days = day.day !== undefined && weekday !== undefined ? null : monthDaysOf(day);
  if (!days || repeat.freq !== (month === undefined ? "MONTHLY" : "YEARLY")) return null;
  return { ...repeat, ...days, ...(month && { bymonth: [month] }) };
}

/** Of "weekly" and "every Friday" the rule that says more. */
function joinRules(one: RepeatSaid, two: RepeatSaid): RepeatSaid | null {
  const bare = (rule: RepeatSaid) => !rule.byday && !rule.bymonthday && !rule.bymonth;
  if (one.freq !== two.freq || (bare(one) && bare(two))) return null;
  const [plain, full] = bare(one) ? [one, two] : [two, one];
  if (!bare(plain)) return null;
  if (plain.interval === 1) return full;
  return full.interval === 1 ? { ...full, interval: plain.interval } : null;
}

/** What both of two phrases may say without contradicting each other. */
const SHARED = new Set<string>(["marked", "role", "adjective", "completion", "day", "repeat"]);

/** Two phrases as one; null where they speak of different times. */
export function merge(one: Said, two: Said): Said | null {
  for (const key of Object.keys(two) as (keyof Said)[]) {
    if (two[key] === undefined) continue;
    if (one[key] !== undefined && !SHARED.has(key)) return null;
    if (apartFrom[key]?.some((other) => one[other] !== undefined)) return null;
  }
  let both: Said = { ...one, ...two };
  if (one.role && !two.role) both.role = one.role;
  if (one.day && two.day) {
    const day = joinDays(one.day, two.day);
    if (!day) return null;
    both.day = day;
  }
  if (one.repeat && two.repeat) {
    const repeat = joinRules(one.repeat, two.repeat);
    if (!repeat) return null;
    both.repeat = repeat;
  }
  // What stands beside each other is one: a day within its week, a day that is its rule's.
  if (both.day && both.span) {
    const day = dayInSpan(both.day, both.span);
    if (!day) return null;
    both = { ...without(both, "span"), day };
  }
  const rule = both.repeat && both.day && dayInRule(both.repeat, both.day);
  if (rule) both = { ...without(both, "day"), repeat: rule };
  return isPossible(both) ? both : null;
}

function isPossible(said: Said): boolean {
  const { clock, part, span, repeat } = said;
  // "Ring the bell 3 times tomorrow" counts no repetition.
  if (said.count !== undefined && !repeat) return false;
  // "Every day this week" ends with the week; of "every month this week" one is not meant.
  if (repeat && span) {
    const least = said.role && repeat.freq !== "YEARLY" ? 0 : (lengths[repeat.freq] ?? 0);
    const ends = said.role === "by" || said.role === "until";
    const longer = span.ahead !== undefined || (lengths[span.unit] ?? 0) > least;
    return longer && !said.until && (ends || !said.from);
  }
  if (clock?.exact && part && !fits(clock.minutes, part)) return false;
  return !span || span.unit === "weekend" || !(clock ?? said.clocks ?? part);
}

/** Whether an hour may be of a part of the day: 17:00 is of no morning. */
function fits(minutes: number, part: Part): boolean {
  const [from, to] = partSpans[part];
  return minutes >= from * 60 && minutes <= to * 60;
}

function without(said: Said, key: keyof Said): Said {
  const { [key]: _, ...rest } = said;
  return rest;
}
