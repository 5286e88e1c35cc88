import { combineTimes, findTimes, type TimeContext, type TimeSpan } from "./find-times";
import type { Problem, TimeValue } from "./value";

/** A line of a person's own words, parted into what is to be done and when. */
export interface TimedLine {
  /** The line without the words that say when; whole where they cannot be read. */
  title: string;
  value: TimeValue | null;
  problems: readonly Problem[];
  says: { day: boolean; time: boolean };
  /** The words that were taken for a time. */
  spans: readonly TimeSpan[];
  /** Words of time that were left in the title: a second day, a question to be asked. */
  left: readonly TimeSpan[];
}

/**
 * Parts a line into a title and a time. The title is a slice of the line: words of a time are all
 * taken out of it, or all left in.
 */
export function readLine(line: string, context: TimeContext): TimedLine {
  const found = findTimes(line, context);
  const { value, problems, used, says } = combineTimes(line, found, context);
  const spans = saysAll(value, problems) ? used : [];
  const title = cutOut(line, spans);
  const left = found.filter((span) => !spans.includes(span));
  if (title !== "") return { title, value, problems, says, spans, left };
  // A line of nothing but a time is a title after all.
  const nothing = { day: false, time: false };
  return { title: line.trim(), value: null, problems: [], says: nothing, spans: [], left: found };
}

/** Whether a value says all that its words do; without one, or where it says less, the words stay. */
export const saysAll = (value: TimeValue | null, problems: readonly Problem[]): boolean =>
  value !== null && (value.kind === "several" || problems.every(({ kind }) => kind !== "often"));

const EDGES = /^[\s,،;؛:.۔\-–—|]+|[\s,،;؛:\-–—|]+$/gu;

/** Stands where words were taken out; no text has this private character. */
const GAP = "\ue000";

/** A text without some of its places. */
export function cutOut(text: string, places: readonly { start: number; end: number }[]): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of places) {
    rest += text.slice(at, start) + GAP;
    at = end;
  }
  if (places.length === 0) return text.trim();
  return (
    (rest + text.slice(at))
      .replace(/\s*\ue000\s*/g, GAP)
      // A sign that a word begins with, as in "!high", ends nothing.
      .replace(/[,،]?\ue000(?=[,،.۔!?؟;](?![\p{L}\p{N}]))/gu, "")
      .replaceAll(GAP, " ")
      .replace(/\s+/g, " ")
      .replace(EDGES, "")
      .trim()
  );
}
