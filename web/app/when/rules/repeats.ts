import { type Frequency, weekdaysBetween } from "../calendar";
import type { Meanings, Parts } from "../chart";
import { frequencies, steps } from "../lexicon/units";
import { dayInRule } from "../merge";
import { isFromEnd, type MonthDays, monthDaysOf } from "../resolve/rules";
import { codeOf, type RepeatSaid, weekdayFromCode } from "../said";
import type { Amount } from "../shapes";
import { saidBy, weekdaysIn } from "./said-by";

const repeat = (freq: Frequency, more: Partial<RepeatSaid> = {}): RepeatSaid => ({
  freq,
  interval: 1,
  ...more,
});

/** Each so many of a unit. */
function each(unit: string, count = 1): RepeatSaid | null {
  const freq = frequencies[unit];
  const interval = unit === "minute" ? Math.ceil(count / 60) : count * (steps[unit] ?? 1);
  const fits = Number.isInteger(interval) && interval > 0 && interval < 1000;
  return freq && fits ? repeat(freq, { interval }) : null;
}

/** The rule of an amount: every 3 days. Parts of a day are no rule that can be kept. */
function eachAmount({ minutes, days, months }: Amount): RepeatSaid | null {
  if (minutes) return each("minute", minutes);
  if (months && days) return null;
  if (months) return months % 12 ? each("month", months) : each("year", months / 12);
  return days % 7 ? each("day", days) : each("week", days / 7);
}

/** A word such as "weekly" or "biweekly", written `WEEKLY/2` in the lexicon, and weekdays behind it. */
function rhythm(word: string): RepeatSaid {
  const [freq, interval = "1", days] = word.split("/");
  const byday = days?.split("+");
  return repeat(freq as Frequency, { interval: Number(interval), ...(byday && { byday }) });
}

const inOrder = (days: readonly number[]): number[] => [...new Set(days)].sort((a, b) => a - b);

const weekly = (days: readonly number[], interval = 1): RepeatSaid =>
  repeat("WEEKLY", { interval, byday: inOrder(days).map(codeOf) });

const monthDays = (days: readonly number[]): MonthDays | null =>
  days.every((day) => day !== 0 && day <= 31 && day >= -5) ? { bymonthday: inOrder(days) } : null;

/** "Every month", "every 2 weeks", "quarterly": a rule of nothing but its period. */
function period({ unit, eo = 1, num = eo, rhythm: word, adj = word }: Parts): RepeatSaid | null {
  const rule = adj ? rhythm(adj) : each(unit, num);
  if (!rule || rule.byday) return null;
  const quarter = rule.freq === "MONTHLY" && rule.interval === 3 && unit !== "month";
  return { ...rule, ...(quarter && { quarter }) };
}

/** The first, middle or last day of a period, as days of a month or of a week. */
const EDGES: Record<string, number> = { start: 1, mid: 15, end: -1 };

/** A rule of the days of each period; null where the period has no such days. */
function daysOf(rule: RepeatSaid, days: MonthDays): RepeatSaid | null {
  const [place = Number.NaN, ...others] = days.bymonthday ?? [];
  const single = others.length === 0;
  switch (rule.freq) {
    case "MONTHLY":
      return { ...rule, ...days };
    case "WEEKLY":
      return single && Math.abs(place) <= 7
        ? weekly([place > 0 ? place : 8 + place], rule.interval)
        : null;
    case "YEARLY":
      // "The 5th of every year" is of no month.
      if (days.bymonthday && !(single && Math.abs(place) === 1)) return null;
      return { ...rule, bymonth: [isFromEnd(days) ? 12 : 1], ...days };
    default:
      return null;
  }
}

function nthWeekdays({ ords, hafta, wd = hafta, nthset, nthset2 }: Parts): string[] | null {
  if (nthset) return nthset.length > 7 ? null : [...nthset, ...nthset2];
  return ords.every((nth: number) => Math.abs(nth) <= 5)
    ? ords.map((nth: number) => `${nth}${codeOf(wd)}`)
    : null;
}

const LISTED: ReadonlySet<string> = new Set(
  "wdays wd hafta set doms domk dom nth ord ords place days day dayx choice"
    .split(" ")
    .flatMap((name) => [name, `${name}2`]),
);

/** What is listed, with one more; null where that is in it already, or the list has no end. */
function listed(parts: Parts): unknown[] | null {
  const names = Object.keys(parts).filter((name) => LISTED.has(name));
  const all: unknown[] = ([] as unknown[]).concat(...names.map((name) => parts[name] ?? []));
  const last = all.at(-1);
  return all.findIndex((one) => isSame(one, last)) < all.length - 1 || all.length > 8 ? null : all;
}

const isSame = (one: unknown, two: unknown): boolean =>
  one === two || (typeof one === "object" && JSON.stringify(one) === JSON.stringify(two));

/** What repetitions mean. */
export const repeatMeanings: Meanings = {
  listed,
  fromTo: ({ wd, wd2 }) => weekdaysBetween(wd, wd2),
  fromToWeekly: ({ wdays, wkd = wdays, wdays2, wkd2 = wdays2 }) =>
    weekly(weekdaysBetween(wkd, wkd2) ?? [wkd, wkd2]),
  weekdaysAt: (parts) => {
    const days = weekdaysBetween(parts.wday, parts.wday2);
    return days && { ...saidBy(parts), repeat: weekly(days) };
  },
  // Only what is plainly a list is a rule without "every": three days, or short names.
  weeklyList: ({ set }) => (set.length > 2 ? weekly(set) : null),
  weeklyPair: ({ wd, wkd = wd, wd2, wkd2 = wd2 }) => (wkd === wkd2 ? null : weekly([wkd, wkd2])),
  nthWeekdays,
  period,
  rhythm: ({ rhythm: word, adj = word }) => rhythm(adj),
  each: ({ unit, num, eo, place, dur }) =>
    dur ? eachAmount(dur) : place === 1 || place < 0 ? null : each(unit, num ?? eo ?? place),
  weekly: (parts) => weekly(weekdaysIn(parts), parts.num ?? parts.eo),
  weeksOn: ({ num = 1, eo = num, unit, set }) => (unit === "week" ? weekly(set, eo) : null),
  // "Every second Friday" alone is one in two.
  everyNth: ({ nthset }) =>
    nthset.length === 1 && nthset[0].startsWith("2")
      ? weekly([weekdayFromCode(nthset[0])], 2)
      : repeat("MONTHLY", { byday: nthset }),
  monthDays: ({ doms, domk = doms }) => monthDays(domk),
  monthWeekdays: ({ nthset }) => ({ byday: nthset }),
  monthDay: ({ place, unit }) => (unit === "day" ? monthDays([place]) : null),
  monthWorkday: ({ place }) => monthDaysOf({ nth: place, working: true }),
  daysOf: ({ unit = "month", period: of = each(unit), mday, pday = mday, doms, domk = doms }) => {
    const days = pday ?? monthDays(domk ?? [1]);
    return days && daysOf(of, days);
  },
  edgeOf: ({ endof = "month", period: of = each(endof), edge, edgeof = edge ?? "end" }) =>
    edgeof === "mid" && (of.quarter || of.freq !== "MONTHLY")
      ? null
      : daysOf(of, { bymonthday: [EDGES[edgeof] ?? -1] }),
  inMonth: ({ period: of = repeat("YEARLY"), month, nthset }) =>
    of.freq === "YEARLY" ? { ...of, bymonth: [month], ...(nthset && { byday: nthset }) } : null,
  yearlyOn: ({ period: of = repeat("YEARLY"), day, dayx = day }) =>
    of.freq === "YEARLY" ? dayInRule(of, dayx) : null,
  often: ({ unit, much, adj, rhythm: word = adj }) => {
    const rule = word ? rhythm(word) : each(unit);
    // "Once a month" is a rule of its own.
    return rule && (much > 1 ? { ...rule, often: much } : rule);
  },
  again: ({ rep, day, eo, place = eo, ...parts }) => {
    const rule = day ? dayInRule(rep, day) : (rep ?? each("day", place));
    return rule && { ...saidBy(parts), repeat: rule };
  },
  onParts: (parts) => ({ part: parts.partns, repeat: weekly(weekdaysIn(parts)) }),
  adjective: ({ adj }) => ({ repeat: rhythm(adj), adjective: true }),
  everyParts: ({ partns, partn = partns, partns2, partn2 = partns2 }) => ({
    repeat: each("day"),
    parts: [partn, partn2],
    clocks: [],
  }),
  afterDone: ({ dur, rep }) => {
    const rule = dur ? eachAmount(dur) : rep;
    return rule && { repeat: rule, completion: true };
  },
};
