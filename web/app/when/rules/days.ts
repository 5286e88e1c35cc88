import { type Day, weekdayFrom } from "../calendar";
import type { Meanings } from "../chart";
import { joinDays } from "../merge";
import { addAmount, edgeOf, resolveDay } from "../resolve/days";
import type { Calendar, DaySaid, SpanSaid, Trouble } from "../said";
import { type Amount, amountOf } from "../shapes";

/** A day at a distance from another: two days before Christmas. */
const away = (day: DaySaid, amount: Amount, sign = 1): DaySaid => ({
  away: true,
  find: (calendar: Calendar): Day | Trouble => {
    const from = resolveDay(day, calendar);
    if (typeof from !== "number") return from;
    const found = addAmount(from, amount, sign);
    if (found >= calendar.today || calendar.asks) return found;
    // "Three days before the end of the month", said on its last day, is of the next month.
    const next = resolveDay(day, { ...calendar, today: from + 1 });
    return typeof next === "number" ? addAmount(next, amount, sign) : next;
  },
});

const relative = (days: number): DaySaid => ({ ahead: amountOf(days, "day") });

/** Whether an amount is of days or more. */
export const isWhole = ({ minutes, days, months }: Amount): boolean =>
  minutes === 0 && days + months > 0;

const monthDate = (day: number, month: number, year?: number): DaySaid | null =>
  day >= 1 && day <= 39 ? { day, month, year: year ?? null } : null;

/** Days that are said as one; null for units that are no such days. */
function spanOf(unit: string, shift: number): SpanSaid | null {
  if (unit === "day" || unit === "hour" || unit === "minute") return null;
  if (unit !== "fortnight") return { unit: unit as SpanSaid["unit"], shift };
  return shift === 1 ? { unit: "days", shift: 0, ahead: amountOf(14, "day") } : null;
}

const edge = (where: "start" | "mid" | "end", span: SpanSaid | null): DaySaid | null =>
  span && { find: (calendar) => edgeOf(where, span, calendar) };

/** The first or last day of a named month is a date, and so of each year where that is said. */
const edgeOfMonth = (where: "start" | "mid" | "end", span: SpanSaid | undefined): DaySaid | null =>
  span?.month && span.yearShift === undefined && where !== "mid"
    ? { day: where === "start" ? 1 : -1, month: span.month, year: span.year ?? null }
    : null;

/** The nearest such weekday on one side of a day: the Friday before Christmas. */
const weekdayBy = (day: DaySaid, weekday: number, sign: 1 | -1): DaySaid => ({
  find: (calendar) => {
    const from = resolveDay(day, calendar);
    if (typeof from !== "number") return from;
    return sign === 1 ? weekdayFrom(from + 1, weekday) : weekdayFrom(from - 7, weekday);
  },
});

/** A neighbour of a day: the day before Friday, the week after Christmas. */
const nextTo = (day: DaySaid, unit: string, sign: number): DaySaid | null =>
  unit === "minute" || unit === "hour" ? null : away(day, amountOf(1, unit), sign);

/** What days mean. */
export const dayMeanings: Meanings = {
  forward: ({ ord }) => (ord > 0 ? ord : null),
  thatMonth: ({ which, unit }) => {
    if (unit !== "month") return null;
    return which === undefined ? { monthShift: 0, loose: true } : { monthShift: which };
  },
  namedMonth: ({ month, year = null }) => ({ month, year }),
  fromToday: ({ rel }) => relative(rel),
  eitherWay: ({ either }) => ({ either }),
  distance: ({ dur, soonest = dur }) => (isWhole(soonest) ? { ahead: soonest } : null),
  ago: ({ dur }) =>
    isWhole(dur) ? { find: ({ today }: Calendar) => addAmount(today, dur, -1) } : null,
  weekday: ({ wday, wdend, wkd, hafta }) => ({ weekday: wday ?? wdend ?? wkd ?? hafta }),
  // "Thu 3rd", "Wed 3 Dec": a short name is a weekday beside a date.
  weekdayBeside: ({ wday, wkd = wday, nth, dayx = { day: nth } }) =>
    dayx.day === undefined || dayx.weekday !== undefined ? null : joinDays({ weekday: wkd }, dayx),
  weekdayOf: ({ wd, hafta, which, afternext }) => ({
    weekday: wd ?? hafta,
    week: afternext ?? which,
  }),
  nthWeekdayAhead: ({ num, wds }) => ({
    find: ({ today }: Calendar) => weekdayFrom(today + 1, wds) + 7 * (num - 1),
  }),
  weekdayIn: ({ wd, span }) => (span.unit === "week" ? { weekday: wd, week: span.shift } : null),
  // "December 20" is a day, "December 2026" a month.
  date: ({ num, dom = num, month, year }) => monthDate(dom, month, year),
  numericDate: ({ date, short }) => {
    const { year, month, day } = date ?? short;
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { day, month, year } : null;
  },
  monthday: ({ nth, ord, dom }) => {
    const day = nth ?? ord ?? dom;
    return day > 0 ? { day } : null;
  },
  dayOfMonth: ({ mref, num, dom = num }) => (mref.loose ? null : { day: dom, ...mref }),
  dayOfAnyMonth: ({ mref, place, dom: day = place }) =>
    day < -1 || day === 0 ? null : { day, ...mref },
  // "The last day of the year".
  dayOfUnit: ({ place, span, unit, unit2 }) =>
    unit2 === "day" && Math.abs(place) === 1
      ? edge(place === 1 ? "start" : "end", span ?? spanOf(unit, 0))
      : null,
  feastDay: ({ feast }) => monthDate(feast % 100, Math.floor(feast / 100)),
  // "The last Friday" is the past one, unless a month is said.
  nthWeekday: ({ place, hafta, wd = hafta, mref }) =>
    Math.abs(place) <= 5 && (mref || place > 0)
      ? { nth: place, weekday: wd, ...(mref ?? { monthShift: 0, loose: true }) }
      : null,
  nthDay: ({ place, unit, mref }) => (unit === "day" ? { day: place, ...mref } : null),
  nthWorkday: ({ place, mref }) => ({ nth: place, working: true, ...mref }),
  edgeDay: ({ edge: where, edgeof = where, span, wspan, unit, which = 0 }) =>
    edgeOfMonth(edgeof, wspan) ?? edge(edgeof, span ?? wspan ?? spanOf(unit, which)),
  endOf: ({ endof }) => edge("end", { unit: endof, shift: 0 }),
  // "For ten days starting tomorrow" is no distance.
  later: ({ dur, dayx, from, before, ago = before }) =>
    isWhole(dur) && from !== 1 && !dayx.away ? away(dayx, dur, ago ? -1 : 1) : null,
  weeksLater: ({ dur, rel, dayx = relative(rel) }) =>
    isWhole(dur) && (dayx.weekday || rel >= 0) && dur.days % 7 === 0 && !dur.months
      ? away(dayx, dur)
      : null,
  // "Monday week", "tomorrow week" are a week after it.
  weekLater: ({ rel, wday, week }) =>
    away(rel === undefined ? { weekday: wday } : relative(rel), amountOf(week, "week")),
  neighbour: ({ unit, wd, rel, dayx = relative(rel), before }) =>
    wd ? weekdayBy(dayx, wd, before ? -1 : 1) : nextTo(dayx, unit, before ? -1 : 1),
  monthsWithin: ({ wspan, wspan2 }) => ({
    from: edge("start", wspan),
    until: edge("end", wspan2),
    marked: true,
  }),
  shortYear: ({ num }) => (num > 19 && num < 100 ? 2000 + num : null),
  unitSpan: ({ afternext, which = afternext, unit }) => spanOf(unit, which),
  weekend: ({ afternext, which = afternext ?? 0 }) => ({ unit: "weekend", shift: which }),
  nextUnits: ({ which, qty, unit }) =>
    which === 1 && isWhole(amountOf(qty, unit))
      ? { unit: "days", shift: 0, ahead: amountOf(qty, unit) }
      : null,
  pastUnits: ({ which, qty, unit }) =>
    which === -1 && isWhole(amountOf(qty, unit))
      ? { unit: "days", shift: -1, ahead: amountOf(qty, unit) }
      : null,
  monthSpan: ({ which = 0, month, year, unit }) => {
    if (unit === undefined) return { unit: "month", shift: which, month, year: year ?? null };
    return unit === "year" ? { unit: "month", shift: 0, month, yearShift: which } : null;
  },
  yearSpan: ({ year }) => ({ unit: "year", shift: 0, year }),
};
