import { type Day, dayOf, daysIn, partsOf, weekdayOf } from "../calendar";
import { codeOf, type DaySaid, type RepeatSaid, weekdayFromCode } from "../said";
import type { Amount } from "../shapes";

/** A rule as RFC 5545 writes it, without its end. */
export function ruleText(rule: RepeatSaid): string {
  const { freq, interval, byday, bymonthday, bymonth, bysetpos } = rule;
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    bymonth && `BYMONTH=${bymonth.join(",")}`,
    byday && `BYDAY=${byday.join(",")}`,
    bymonthday && `BYMONTHDAY=${bymonthday.join(",")}`,
    bysetpos && `BYSETPOS=${bysetpos}`,
  ]
    .filter(Boolean)
    .join(";");
}

/** The days of a month, as a rule names them; what is missing does not restrict. */
export type MonthDays = Pick<RepeatSaid, "byday" | "bymonthday" | "bymonth" | "bysetpos">;

/** The part of a month that a day was said to be: the 5th, the last Friday, the first working day. */
export function monthDaysOf({ day, nth, weekday, working }: DaySaid): MonthDays | null {
  if (working) return { byday: ["MO", "TU", "WE", "TH", "FR"], bysetpos: nth ?? -1 };
  if (nth !== undefined && weekday) return { byday: [`${nth}${codeOf(weekday)}`] };
  return day === undefined ? null : { bymonthday: [day] };
}

/** The days of a month (1 to 12) that a rule falls on, leaving aside its interval. */
export function daysWithin(rule: MonthDays, year: number, month: number): Day[] {
  const { byday, bymonthday, bymonth, bysetpos } = rule;
  if (bymonth && !bymonth.includes(month)) return [];
  const first = dayOf(year, month, 1);
  const length = daysIn(year, month);
  const isOf = (code: string, at: number): boolean => {
    const nth = Number(code.slice(0, -2));
    const [place, back] = [Math.floor(at / 7) + 1, -Math.floor((length - 1 - at) / 7) - 1];
    return weekdayFromCode(code) === weekdayOf(first + at) && [0, place, back].includes(nth);
  };
  const days: Day[] = [];
  for (let at = 0; at < length; at += 1) {
    if (bymonthday && !bymonthday.includes(at + 1) && !bymonthday.includes(at - length)) continue;
    if (!byday || byday.some((code) => isOf(code, at))) days.push(first + at);
  }
  if (!bysetpos) return days;
  const chosen = days.at(bysetpos > 0 ? bysetpos - 1 : bysetpos);
  return chosen === undefined ? [] : [chosen];
}

/** Whether a rule falls on a day, leaving aside its interval. */
export function fallsOn(rule: MonthDays, day: Day): boolean {
  const { year, month } = partsOf(day);
  return daysWithin(rule, year, month).includes(day);
}

/** Whether days of a month are counted from its end. */
export const isFromEnd = ({ byday, bymonthday, bysetpos }: MonthDays): boolean =>
  (bysetpos ?? bymonthday?.[0] ?? Number(byday?.[0]?.slice(0, -2))) < 0;

const QUARTERS = [1, 4, 7, 10];

/** A rule of days of a quarter with the month of each quarter that has them. */
const inQuarters = (rule: MonthDays & Pick<RepeatSaid, "quarter">): MonthDays =>
  rule.quarter && (rule.byday || rule.bymonthday) && !rule.bymonth
    ? { ...rule, bymonth: QUARTERS.map((month) => (isFromEnd(rule) ? month + 2 : month)) }
    : rule;

/** The first day from a day on that a rule falls on; null where none comes within nine years. */
export function firstOccurrence(said: Parameters<typeof inQuarters>[0], from: Day): Day | null {
  const rule = inQuarters(said);
  const { year, month } = partsOf(from);
  for (let ahead = 0; ahead < 108; ahead += 1) {
    const at = partsOf(dayOf(year, month + ahead, 1));
    const found = daysWithin(rule, at.year, at.month).find((day) => day >= from);
    if (found !== undefined) return found;
  }
  return null;
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** A rule without months that are left out; null where it cannot leave them out. */
export function withoutMonths(rule: RepeatSaid, months: readonly number[]): RepeatSaid | null {
  if (months.length === 0) return rule;
  const bymonth = MONTHS.filter((month) => !months.includes(month));
  return rule.freq === "YEARLY" || bymonth.length === 0 ? null : { ...rule, bymonth };
}

/** A rule without weekdays that are left out; null where it cannot leave them out. */
export function withoutWeekdays(rule: RepeatSaid, weekdays: readonly number[]): RepeatSaid | null {
  if (weekdays.length === 0) return rule;
  const out = new Set(weekdays.map(codeOf));
  const daily = rule.freq === "DAILY" && rule.interval === 1;
  if (!daily && !(rule.freq === "WEEKLY" && rule.byday)) return null;
  const all = rule.byday ?? [1, 2, 3, 4, 5, 6, 7].map(codeOf);
  const byday = all.filter((code) => !out.has(code));
  return byday.length === 0 ? null : { ...rule, freq: "WEEKLY", byday };
}

/** How often something occurs that goes on for so long; null where only its last day is known. */
export function countIn(during: Amount, rule: RepeatSaid): number | null {
  const { freq, interval, byday, bymonthday } = rule;
  if (interval !== 1 || during.minutes) return null;
  if (freq === "DAILY" && !during.months) return during.days;
  if (freq === "WEEKLY" && !during.months && during.days % 7 === 0) {
    return (during.days / 7) * (byday?.length ?? 1);
  }
  if (freq === "MONTHLY" && !during.days && !byday) {
    return during.months * (bymonthday?.length ?? 1);
  }
  return freq === "YEARLY" && !during.days && during.months % 12 === 0 ? during.months / 12 : null;
}
