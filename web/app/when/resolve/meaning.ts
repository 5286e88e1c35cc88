import { type Day, isoOf } from "../calendar";
import type { HourHint } from "../lexicon";
import type { Preferences } from "../preferences";
import type { Calendar, Said } from "../said";
import type { ClockSaid } from "../shapes";
import type { Point, Problem, SeveralValue, TimeValue } from "../value";
import { type Local, rfc3339 } from "../zone";
import { endAfter, type HourContext, meantTime, startBefore } from "./hours";

/** What a phrase is resolved against. */
export interface Setting {
  now: Local;
  /** The moment itself, epoch milliseconds. */
  epoch: number;
  timeZone: string;
  calendar: Calendar;
  preferences: Preferences;
  hint: HourHint | null;
}

/** What a phrase means; without a value it stays words, and the problems say why. */
export interface Meaning {
  value: TimeValue | null;
  problems: readonly Problem[];
}

export const nothing: Meaning = { value: null, problems: [] };
export const valued = (value: TimeValue | null, ...problems: Problem[]): Meaning => ({
  value,
  problems,
});

/** A value that is told to have passed. */
export const unlessGone = (value: TimeValue, gone: boolean, at: string): Meaning =>
  gone ? valued(value, { kind: "passed", at }) : valued(value);

/** Several times of a day, each of them a task. */
export function severalTimes(
  said: Said,
  setting: Setting,
  resolveOne: (said: Said) => Meaning,
): Meaning {
  const { clocks = [], parts = [], ...rest } = said;
  if (clocks.length === 0)
    return collect(parts.map((part) => resolveOne({ ...rest, part: part ?? undefined })));
  const times: ClockSaid[] = [];
  let last = -1;
  for (const [at, clock] of clocks.entries()) {
    const context = { ...setting, now: null };
    const usual = meantTime(clock, parts[at] ?? undefined, context);
    // "At 8 and 2" goes on from the morning to the afternoon.
    last = usual <= last && !clock.exact && usual + 720 < 1440 ? usual + 720 : usual;
    times.push({ minutes: last, exact: true });
  }
  return collect(times.map((clock) => resolveOne({ ...rest, clock })));
}

/** What is several tasks: a value each. */
export function collect(meanings: readonly Meaning[]): Meaning {
  const failed = meanings.find(({ value }) => value === null);
  if (failed) return failed;
  const values = meanings.flatMap(({ value }) => (isSingle(value) ? [value] : []));
  const problems = meanings.flatMap((meaning) => meaning.problems);
  return { value: { kind: "several", values }, problems };
}

const isSingle = (value: TimeValue | null): value is SeveralValue["values"][number] =>
  ["day", "moment", "range", "recurrence"].includes(value?.kind ?? "");

/** A day or moment on the clock of the zone. */
export const pointOf = (day: Day, minutes: number | null, { timeZone }: Setting): Point => {
  if (minutes === null) return { day: isoOf(day), time: null, at: null };
  const at = rfc3339({ day, minutes }, timeZone);
  return { day: at.slice(0, 10), time: at.slice(11, 16), at };
};

/** The minutes after midnight at which a time of day begins. */
export function startTime({ clock, part, end, endPart }: Said, context: HourContext): number {
  if (!clock) return context.preferences.parts[part ?? "morning"];
  // "10:00 to 22:00" is written on a clock of 24 hours.
  if (end?.colon && end.minutes >= 780 && clock.colon) return clock.minutes;
  // "5 to 6 pm": the end says which half of the day the start is of.
  if (end && !clock.exact && !part && (end.exact || endPart)) {
    return startBefore(clock, meantTime(end, endPart, context));
  }
  const start = meantTime(clock, part, context);
  if (!end || clock.exact || part || start < 720) return start;
  // "9 to 5" is by day, although the next nine o'clock is at night.
  const [early, late] = [start - 720, start].map((from) => endAfter(from, end, endPart));
  return (late ?? 0) > 1440 && (early ?? 0) <= 1440 ? start - 720 : start;
}
