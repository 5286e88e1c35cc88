import { type Day, daysIn, type Frequency, isoOf, nthAmong, partsOf, weekdayOf } from "../calendar";
import { codeOf, type RepeatSaid, weekdayFromCode } from "../said";
import type { Amount } from "../shapes";
import { localOf } from "../zone";

/** A rule as RFC 5545 writes it, without its end. */
export function ruleText(rule: RepeatSaid): string {
  const { freq, interval, byday, bymonthday, bymonth, bysetpos } = rule;
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    bymonth && `BYMONTH=${bymonth}`,
    byday && `BYDAY=${byday.join(",")}`,
    bymonthday && `BYMONTHDAY=${bymonthday.join(",")}`,
    bysetpos && `BYSETPOS=${bysetpos}`,
  ]
    .filter(Boolean)
    .join(";");
}

/** The parts of a rule that was written by `ruleText`; `until` is the day of its end in a zone. */
export function ruleFrom(
  text: string,
  timeZone: string,
): { rule: RepeatSaid; count: number | null; until: string | null } {
  const part = (name: string): string | undefined =>
    new RegExp(`(?:^|;)${name}=([^;]+)`).exec(text)?.[1];
  const number = (name: string): number | undefined =>
    part(name) ? Number(part(name)) : undefined;
  const rule: RepeatSaid = {
    freq: (part("FREQ") ?? "DAILY") as Frequency,
    interval: number("INTERVAL") ?? 1,
    byday: part("BYDAY")?.split(","),
    bymonthday: part("BYMONTHDAY")?.split(",").map(Number),
    bymonth: number("BYMONTH"),
    bysetpos: number("BYSETPOS"),
  };
  const [, year, month, day, clock] =
    /(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?/.exec(part("UNTIL") ?? "") ?? [];
  const date = year ? `${year}-${month}-${day}` : null;
  const at = clock?.replace(/(\d\d)(\d\d)(\d\d)/, "$1:$2:$3");
  const until = date && at ? isoOf(localOf(Date.parse(`${date}T${at}Z`), timeZone).day) : date;
  return { rule, count: number("COUNT") ?? null, until };
}

/** Whether a rule falls on a day, leaving aside its interval. */
function fallsOn(rule: RepeatSaid, day: Day): boolean {
  const { byday, bymonthday, bymonth, bysetpos } = rule;
  const { year, month, day: number } = partsOf(day);
  if (bymonth && bymonth !== month) return false;
  if (bymonthday) {
    const fromEnd = number - daysIn(year, month) - 1;
    if (!bymonthday.includes(number) && !bymonthday.includes(fromEnd)) return false;
  }
  if (!byday) return true;
  if (bysetpos) return nthAmong(byday.map(weekdayFromCode), bysetpos, year, month) === day;
  return byday.some((code) => {
    if (weekdayFromCode(code) !== weekdayOf(day)) return false;
    const nth = Number(code.slice(0, -2));
    return nth === 0 || nthAmong([weekdayOf(day)], nth, year, month) === day;
  });
}

/** The first day from a day on that a rule falls on; null where none comes within nine years. */
export function firstOccurrence(rule: RepeatSaid, from: Day): Day | null {
  for (let day = from; day < from + 3300; day += 1) {
    if (fallsOn(rule, day)) return day;
  }
  return null;
}

/** A rule without weekdays that are left out; null where a rule cannot leave them out. */
export function withoutWeekdays(rule: RepeatSaid, weekdays: readonly number[]): RepeatSaid | null {
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
