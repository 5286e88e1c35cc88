import { remindingWords } from "../lexicon/reminding";
import type { Analysis } from "./analyse";
import { isJoint } from "./features";

/* Where a message is parted whatever the model says. */

const isBare = ({ classes, timeAt, source: { tokens } }: Analysis, at: number): boolean =>
  tokens[at]?.kind === "word" && (timeAt[at] ?? -1) < 0 && classes[at]?.length === 0;

/** So far a clause is looked at: a bound, for messages of thousands of words. */
const FAR = 40;

function has(from: number, to: number, is: (at: number) => boolean): boolean {
  for (let at = Math.max(from, to - FAR); at < to; at += 1) if (is(at)) return true;
  return false;
}

/** The token that a message begins with behind the name that it is addressed to: "Ali, add milk". */
export function addressEnd(analysis: Analysis): number {
  const { source, spans, classes } = analysis;
  if (source.tokens[1]?.norm !== "," || !isBare(analysis, 0)) return 0;
  let from = 2;
  while (classes[from]?.includes("polite")) from += 1;
  const open = spans.find(({ name, start }) => name === "open:add" && start === from);
  const end = Math.min(source.tokens.length, (open?.end ?? 0) + FAR);
  const says = (is: (at: number) => boolean): boolean =>
    open !== undefined && has(open.end, end, is);
  // "Passport, remind me to renew it" and "gym, remind me at five" are about the word before.
  const points = says((at) => classes[at]?.some((name) => /^(?:it|they)$/.test(name)) ?? false);
  return says((at) => isBare(analysis, at)) && !points ? 2 : 0;
}

/** Whether a line ends before a token, a semicolon stands there, or a mark between two dated things. */
export function isApart(analysis: Analysis, start: number, at: number): boolean {
  const { text, tokens } = analysis.source;
  const own = tokens[at]?.norm ?? "";
  return (
    /^[;؛]$/.test(own) ||
    text.slice(tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0).includes("\n") ||
    (/^[.!?؟۔]$/.test(own) && areDated(analysis, start, at))
  );
}

/** The end of what stands behind a joint. */
function endBehind(analysis: Analysis, at: number): number {
  const { length } = analysis.source.tokens;
  let end = at + 1;
  while (end < length && end < at + FAR && !isJoint(analysis, end)) end += 1;
  return end;
}

/** Whether there are words and a time on both sides of a joint. */
function areDated(analysis: Analysis, start: number, at: number): boolean {
  const isTime = (place: number): boolean => (analysis.timeAt[place] ?? -1) >= 0;
  const isContent = (place: number): boolean => isBare(analysis, place);
  const end = endBehind(analysis, at);
  const both = (is: (place: number) => boolean): boolean =>
    has(start, at, is) && has(at + 1, end, is);
  return both(isTime) && both(isContent);
}

/** "The train is at six, so wake me up at four": what follows is to be done at its own time. */
export const opensSo = (analysis: Analysis, start: number, at: number): boolean =>
  analysis.source.tokens[at]?.norm === "so" &&
  analysis.classes[at + 1]?.some((name) => /^(?:errand|open:add)$/.test(name)) === true &&
  areDated(analysis, start, at);

/** Whether a reminder of what was told before begins: "the exam is on Friday, remind me Wednesday". */
export function opensReminder(analysis: Analysis, start: number, at: number): boolean {
  const { source, timeAt } = analysis;
  const isTime = (place: number): boolean => (timeAt[place] ?? -1) >= 0;
  const isContent = (place: number): boolean => isBare(analysis, place);
  const end = endBehind(analysis, at);
  return (
    has(at, end, isTime) &&
    has(at, end, (place) => remindingWords.has(source.tokens[place]?.norm ?? "")) &&
    !has(at, end, isContent) &&
    has(start, at, isTime) &&
    has(start, at, isContent)
  );
}

/** Whether "add" stands behind a whole errand: "buy soap, add sponge". */
export function opensAnother(analysis: Analysis, start: number, at: number): boolean {
  const { source, classes } = analysis;
  let first = start;
  while (
    first < at &&
    (classes[first]?.includes("polite") || source.tokens[first]?.kind === "mark")
  )
    first += 1;
  const begins = classes[first]?.some((name) => /^(?:errand|open:add)$/.test(name)) ?? false;
  return begins && source.tokens[at + 1]?.norm === "add" && isBare(analysis, at + 2);
}

/** Verbs that are orders to Karlo, and begin no errand. */
const ORDERS = /^(?:add|create|complete|delete|remove|mark|remind)$/;

/**
 * Whether another order begins: "add soap, then add sponge", "add soap to my list and remove sponge".
 */
export function opensNext(analysis: Analysis, start: number, at: number): boolean {
  const { tokens } = analysis.source;
  const [joint = "", verb = ""] = [tokens[at]?.norm, tokens[at + 1]?.norm];
  if (!ORDERS.test(verb)) return false;
  if (joint === "then")
    return (
      tokens[at - 1]?.norm !== "and" && has(start, at, (place) => tokens[place]?.kind !== "mark")
    );
  const listed = has(start, at, (place) => analysis.classes[place]?.includes("list") === true);
  const adds = has(start, at, (place) => tokens[place]?.norm === "add");
  return joint === "and" && listed && adds && verb !== "add";
}
