import {
  addMonths,
  type Day,
  dayOf,
  isoOf,
  partsOf,
  startOfWeek,
  weekdayFrom,
  weekdayOf,
} from "../calendar";
import {
  type Calendar,
  codeOf,
  type DaySaid,
  type Said,
  type SpanSaid,
  type Trouble,
} from "../said";
import { type Amount, NOTHING } from "../shapes";
import { daysWithin, firstOccurrence, type MonthDays, monthDaysOf } from "./rules";

/** A day so much later, or earlier with a sign of -1. Hours and minutes do not count. */
export const addAmount = (day: Day, { days, months }: Amount, sign = 1): Day =>
  (months ? addMonths(day, sign * months) : day) + sign * days;

/** The day that was meant. */
export function resolveDay(said: DaySaid, calendar: Calendar): Day | Trouble {
  const found = findDay(said, calendar);
  if (typeof found !== "number" || said.weekday === undefined || said.nth !== undefined)
    return found;
  if (weekdayOf(found) === said.weekday) return found;
  const named = weekdayFrom(calendar.today + 1, said.weekday);
  return { kind: "contradiction", days: [isoOf(found), isoOf(named)] };
}

function findDay(said: DaySaid, calendar: Calendar): Day | Trouble {
  if (said.find) return said.find(calendar);
  if (said.either) return calendar.today + (calendar.past ? -said.either : said.either);
  if (said.ahead) return addAmount(calendar.today, said.ahead);
  const days = monthDaysOf(said);
  if (!days) return findWeekday(said.weekday ?? 1, said.week, calendar);
  // "Friday the 13th" is the next 13th that is a Friday.
  const { weekday, month, monthShift } = said;
  const both = weekday && days.bymonthday && month === undefined && monthShift === undefined;
  return inMonths(said, calendar, both ? { ...days, byday: [codeOf(weekday)] } : days);
}

function findWeekday(weekday: number, week: number | null | undefined, calendar: Calendar): Day {
  const { today, firstWeekday, past, asks } = calendar;
  if (week === -1 || (past && (week === null || week === undefined))) {
    return today - (((weekdayOf(today) - weekday + 6) % 7) + 1);
  }
  if (week) return weekdayFrom(startOfWeek(today, firstWeekday) + 7 * week, weekday);
  // Said on a Saturday, "Saturday" is a week away when planning, and today when asking.
  return weekdayFrom(asks ? today : today + 1, weekday);
}

/** Of the days of some month the one that was meant: mostly the next. */
function inMonths(said: DaySaid, calendar: Calendar, days: MonthDays): Day | Trouble {
  const { today, past, asks } = calendar;
  const { year, month } = partsOf(today);
  const day = said.day ?? said.nth ?? 0;
  const named = { month: said.month ?? null, year: said.year ?? null };
  return meant() ?? { kind: "impossible", day, ...named };

  function meant(): Day | null {
    if (said.month !== undefined) {
      const dated = { ...days, bymonth: [said.month] };
      if (said.year) return firstIn(said.year, said.month);
      const next = firstOccurrence(dated, today);
      // The last one where the past is told, the nearer where one asks.
      const last = firstOccurrence(dated, addMonths(today, -12) + 1);
      if (next === null || last === null || last > today) return next;
      return past || (asks && today - last < next - today) ? last : next;
    }
    if (said.monthShift !== undefined && !said.loose) return firstIn(year, month + said.monthShift);
    return firstOccurrence(days, asks && said.loose ? dayOf(year, month, 1) : today);
  }

  function firstIn(ofYear: number, ofMonth: number): Day | null {
    const first = partsOf(dayOf(ofYear, ofMonth, 1));
    return daysWithin(days, first.year, first.month)[0] ?? null;
  }
}

/** The first and the last of the days that are said as one. */
export function daysOf(span: SpanSaid, calendar: Calendar): { from: Day; to: Day } {
  const { today, firstWeekday, past } = calendar;
  const { year, month } = partsOf(today);
  const between = (from: Day, next: Day) => ({ from, to: next - 1 });
  if (span.unit === "days") {
    const other = addAmount(today, span.ahead ?? NOTHING, span.shift || 1);
    return { from: Math.min(today, other), to: Math.max(today, other) };
  }
  if (span.unit === "week") {
    const from = startOfWeek(today, firstWeekday) + 7 * span.shift;
    return between(from, from + 7);
  }
  if (span.unit === "weekend") {
    const saturday = weekdayFrom(weekdayOf(today) === 7 ? today - 1 : today, 6) + 7 * span.shift;
    return between(saturday, saturday + 2);
  }
  const months = (first: number, count: number, of = year) =>
    between(dayOf(of, first, 1), dayOf(of, first + count, 1));
  if (span.unit === "year") return months(1, 12, span.year ?? year + span.shift);
  if (span.unit === "quarter") return months(month - ((month - 1) % 3) + 3 * span.shift, 3);
  if (span.month === undefined) return months(month + span.shift, 1);
  const back = span.shift < 0 || past;
  const gone = back ? span.month >= month : span.month < month;
  return months(
    span.month,
    1,
    span.year ?? year + (span.yearShift ?? (gone ? (back ? -1 : 1) : 0)),
  );
}

/** The beginning, middle or end of days that are said as one. */
export function edgeOf(where: "start" | "mid" | "end", span: SpanSaid, calendar: Calendar): Day {
  const { from, to } = daysOf(span, calendar);
  if (where === "end") return to;
  const length = to - from + 1;
  const middle = from + (length > 300 ? 181 : Math.floor((length - 1) / 2));
  const day = where === "start" ? from : middle;
  const anew =
    day < calendar.today && span.shift === 0 && span.month === undefined && !calendar.asks;
  return anew ? edgeOf(where, { ...span, shift: 1 }, calendar) : day;
}

/** The day on which something is due that is due "this week" or "in December". */
export function dueIn(span: SpanSaid, calendar: Calendar): Day {
  const { from, to } = daysOf(span, calendar);
  const { today } = calendar;
  if (span.unit === "days") return to;
  if (span.unit === "weekend") return Math.max(from, Math.min(today, to));
  // What is due in the present week is so by its end, in the next one when work begins again.
  if (from <= today) return to;
  return span.unit === "week" ? weekdayFrom(from, 1) : from;
}

/** The first and the last day where they were said; the last is the first such one after the first. */
export function boundsOf({ from, until }: Said, calendar: Calendar): Trouble | OpenDays {
  const first = from ? resolveDay(from, calendar) : null;
  if (first !== null && typeof first !== "number") return first;
  const today = Math.max(first ?? calendar.today, calendar.today);
  const last = until ? resolveDay(until, { ...calendar, today }) : null;
  return last !== null && typeof last !== "number" ? last : { from: first, to: last };
}

/** All days that a phrase says together; null where it says none, or days that are not on end. */
export function daysSaid(said: Said, calendar: Calendar): OpenDays | Trouble | null {
  const { day, days = day && [day], span, from, until } = said;
  if (span) return daysOf(span, calendar);
  if (from || until) return boundsOf(said, calendar);
  const found = (days ?? []).map((one) => resolveDay(one, calendar));
  const trouble = found.find((one) => typeof one !== "number");
  if (trouble) return trouble as Trouble;
  const [first] = found as Day[];
  const isNext = (one: Day | Trouble, at: number) => Number(one) - at === first;
  return first !== undefined && found.every(isNext)
    ? { from: first, to: first + found.length - 1 }
    : null;
}

/** Days from one to another; null is open. */
export interface OpenDays {
  from: Day | null;
  to: Day | null;
}

/** What "by", "before", "from" and "after" make of days. */
export function inRole({ role, clock, part, ahead }: Said, { from, to }: OpenDays): OpenDays {
  const timed = clock ?? part ?? ahead;
  if (role === "by" || role === "until") return { from: null, to };
  if (role === "before") return { from: null, to: timed || from === null ? to : from - 1 };
  if (role === "after") return { from: timed || to === null ? from : to + 1, to: null };
  return role === "from" ? { from, to: null } : { from, to };
}
