import { type Frequency, isoOf } from "#app/when/calendar";
import type { RepeatSaid } from "#app/when/said";
import { localOf } from "#app/when/zone";

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
    bymonth: part("BYMONTH")?.split(",").map(Number),
    bysetpos: number("BYSETPOS"),
  };
  const [, year, month, day, clock] =
    /(\d{4})(\d\d)(\d\d)(?:T(\d{6})Z)?/.exec(part("UNTIL") ?? "") ?? [];
  const date = year ? `${year}-${month}-${day}` : null;
  const at = clock?.replace(/(\d\d)(\d\d)(\d\d)/, "$1:$2:$3");
  const until = date && at ? isoOf(localOf(Date.parse(`${date}T${at}Z`), timeZone).day) : date;
  return { rule, count: number("COUNT") ?? null, until };
}
