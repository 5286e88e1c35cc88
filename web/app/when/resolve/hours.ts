import type { HourHint } from "../lexicon";
import { partStarts } from "../lexicon/defaults";
import type { Preferences } from "../preferences";
import type { Part } from "../said";
import type { ClockSaid } from "../shapes";

/** What decides which half of the day an hour is of. */
export interface HourContext {
  preferences: Preferences;
  hint: HourHint | null;
  /** Minutes after midnight now, where the hour is one of today or of the next day that has it. */
  now: number | null;
  /** Whether it was said that the hour is one of today. */
  today?: boolean;
}

const HALF = 720;

/** The hour meant, in minutes after midnight. */
export function meantTime(clock: ClockSaid, part: Part | undefined, context: HourContext): number {
  if (clock.exact || (clock.colon && context.preferences.clock === 24)) return clock.minutes;
  if (part) return inPart(clock.minutes, part);
  const early = clock.minutes % HALF;
  const { now, hint, today } = context;
  const hinted = hint && within(early, hint);
  if (hinted !== null && (hint?.firm || !today)) return hinted;
  const usual = hinted ?? usualTime(early);
  if (now === null || usual > now || usual >= HALF) return usual;
  // The next one within waking hours: at two o'clock "at 7" is this evening.
  return today || usual + HALF > now ? usual + HALF : usual;
}

/** Seven to noon are of the morning, the rest of the afternoon. */
const usualTime = (early: number): number => (early < 7 * 60 ? early + HALF : early);

function within(early: number, { from, to }: HourHint): number | null {
  const fits = [early, early + HALF].filter((time) => time >= from * 60 && time < to * 60);
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** An hour of a part of the day. Twelve at night ends the day that was said: a minute before. */
function inPart(minutes: number, part: Part): number {
  const early = minutes % HALF;
  if (early === 0 && partStarts[part] > 12) return 1439;
  const start = partStarts[part] * 60;
  return [early, early + HALF].find((time) => time >= start) ?? early;
}

/** The end of a time that began at `start`: the next such hour, in minutes after the same midnight. */
export function endAfter(start: number, clock: ClockSaid, part: Part | undefined): number {
  const ends = clock.exact
    ? [clock.minutes]
    : part
      ? [inPart(clock.minutes, part)]
      : [clock.minutes % HALF, (clock.minutes % HALF) + HALF];
  const later = ends.map((end) => (end <= start ? end + 1440 : end));
  return Math.min(...later);
}

/** The beginning of a time whose end is known better: 11 to 1 pm, 5 to 6 pm. */
export function startBefore(clock: ClockSaid, end: number): number {
  const early = clock.minutes % HALF;
  const lasts = (start: number): number => (end - start + 1440) % 1440 || 1440;
  return lasts(early) < lasts(early + HALF) ? early : early + HALF;
}
