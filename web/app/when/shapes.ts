import type { Reading } from "./chart";
import { shapes } from "./lexicon/shapes";
import { gluedUnits, unitSizes } from "./lexicon/units";
import type { Token } from "./tokens";

/* What numbers and what is glued to them may be: 5pm, 17h30, 1h30m, 5th, 2026-12-05, 0900. */

/** A time of day as it was said. */
export interface ClockSaid {
  /** Minutes after midnight, or after noon where the half is not known. */
  minutes: number;
  /** Whether the half of the day is known. */
  exact: boolean;
  /** Whether it was written with minutes, 5:30: on a clock of 24 hours its half is known. */
  colon?: true;
}

/** An amount of time, in units that the calendar does not turn into each other. */
export interface Amount {
  minutes: number;
  days: number;
  months: number;
}

export const NOTHING: Amount = { minutes: 0, days: 0, months: 0 };

/** So many of a unit. Parts of a day or more count in days, of an hour in minutes. */
export function amountOf(count: number, unit: string): Amount {
  if (unit === "day" && !Number.isInteger(count)) return amountOf(count * 24, "hour");
  const [minutes = 0, days = 0, months = 0] = (unitSizes[unit] ?? []).map((size) => size * count);
  const whole = Math.trunc(months);
  const rest = Math.round((months - whole) * 30);
  return { minutes: Math.round(minutes), days: Math.round(days) + rest, months: whole };
}

export const addAmounts = (one: Amount, two: Amount, sign = 1): Amount => ({
  minutes: one.minutes + sign * two.minutes,
  days: one.days + sign * two.days,
  months: one.months + sign * two.months,
});

/** A full hour as it was said; the half of the day is known from 13 on. */
export const hourSaid = (hour: number, minutes = 0): ClockSaid | null =>
  hour >= 0 && hour <= 24
    ? { minutes: (hour % 24) * 60 + minutes, exact: hour > 12 || hour === 0 }
    : null;

/** A day as numbers; `year` is null where none is said. */
interface DateSaid {
  year: number | null;
  month: number;
  day: number;
}

/** Pakistan writes the day first; a month above 12 shows that someone did not. */
function readDate(text: string): DateSaid | null {
  const [head = "", middle = "", tail = ""] = text.split(/[-/.]/);
  const [a, b, c] = [Number(head), Number(middle), Number(tail)];
  if (head.length === 4) return { year: a, month: b, day: c };
  if (head.length > 2 || tail.length === 3 || tail.length === 1) return null;
  const year = tail === "" ? null : c + (tail.length === 2 ? 2000 : 0);
  return b > 12 ? { year, month: a, day: b } : { year, month: b, day: a };
}

/** An hour and minutes on a clock of 24 hours, or of 12 where `half` is a or p. */
function readClock([, hours = "", minutes = "0", half]: readonly string[]): ClockSaid | null {
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (minute > 59 || hour > 23) return null;
  if (!half) return hourSaid(hour, minute);
  if (hour < 1 || hour > 12) return null;
  return { minutes: ((hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute, exact: true };
}

type Read = (match: readonly string[]) => unknown;

function gluedAmount(text: string): Amount | null {
  let total = NOTHING;
  for (const [, count, unit = ""] of text.matchAll(/(\d+(?:\.\d+)?)([a-z]+)/g)) {
    const name = gluedUnits[unit];
    if (!name) return null;
    total = addAmounts(total, amountOf(Number(count), name));
  }
  return total;
}

/** A clock of which more is known. */
const clockWith =
  (more: Partial<ClockSaid>): Read =>
  (match) => {
    const clock = readClock(match);
    return clock && { ...clock, ...more };
  };

/** How the patterns of the lexicon are read, by their names there. */
const READS: Record<string, Read> = {
  number: ([text, digits = text]) => Number(digits),
  clock: readClock,
  exactly: clockWith({ exact: true }),
  colon: clockWith({ colon: true }),
  exactColon: clockWith({ exact: true, colon: true }),
  date: ([text = ""]) => readDate(text),
  amount: ([text = ""]) => gluedAmount(text),
  minutes: ([text]) => gluedAmount(`${text}m`),
  machine: ([text = ""]) => text.toUpperCase(),
};

/** What a number may be. */
export function shapesAt(tokens: readonly Token[], at: number): Reading[] {
  const token = tokens[at];
  if (token?.kind !== "number") return [];
  const end = at + 1;
  // Most numbers are nothing else.
  if (/^\d{1,3}$/.test(token.plain)) {
    return [{ symbol: "num", end, value: Number(token.plain), weight: 0 }];
  }
  return shapes.flatMap(([symbol, read, pattern]) => {
    const match = pattern.exec(token.plain);
    const value = match && READS[read]?.(match);
    return value === null || value === undefined ? [] : [{ symbol, end, value, weight: 0 }];
  });
}
