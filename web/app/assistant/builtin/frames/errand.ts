import { spokenVerbs } from "../lexicon/errands";
import type { Analysis } from "../reading/analyse";
import type { Reading } from "../reading/read";
import { type Clause, isBareWord } from "./clause";

/* Whether words that no reading is sure of are an errand. */

/** Whether a word only asks nicely or insists. */
export const isAside = ({ classes }: Analysis, at: number): boolean =>
  classes[at]?.some((name) => /^(?:polite|particle)/.test(name)) ?? false;

/** The first token from a place on that neither asks nicely nor insists. */
export function firstOf(analysis: Analysis, start: number): number {
  let first = start;
  while (isAside(analysis, first)) first += 1;
  return first;
}

/**
 * Whether a part of a message that is nothing Karlo does begins like an errand: true where it is
 * likely one, false where the person has to say so, null where it does not begin so.
 */
export function errandOf(analysis: Analysis, { start, end, ranked }: Reading): boolean | null {
  const { classes, source, language } = analysis;
  if (language !== "en") return null;
  let opens = firstOf(analysis, start);
  // "On 14 February book a table" begins with its booking.
  while ((analysis.timeAt[opens] ?? -1) >= 0) opens = firstOf(analysis, opens + 1);
  // "I need to reply to Sara" begins with its reply.
  const opening = analysis.spans.filter(
    (span) => span.name === "open:add" && span.start === opens && span.end - span.start > 1,
  );
  const first = Math.max(opens, ...opening.map((span) => span.end));
  const tokens = source.tokens.slice(start, end);
  const asks = tokens.some(({ norm }) => norm === "?" || norm === "؟");
  const spoken = spokenVerbs.has(source.tokens[first]?.norm ?? "");
  // What is told to be added is something to do, however strange its words are.
  const begins = classes[first]?.includes("errand") || source.tokens[first]?.norm === "add";
  if (asks || spoken || !begins || end - first < 2) return null;
  const share = (intent: string): number => ranked.find(([name]) => name === intent)?.[1] ?? 0;
  return share("add") * ERRAND_ODDS >= share("unknown");
}

const ERRAND_ODDS = 6;

/** Whether an errand, or bare things, follow where a clause opens with "add"; null where it does not. */
export function isAdding({ analysis, reading: { start, end } }: Clause): boolean | null {
  const { spans, classes, source } = analysis;
  const open = spans.find((span) => span.name === "open:add" && span.start === start);
  const verb = source.tokens[start]?.norm ?? "";
  if (!open || !ADD.test(verb)) return null;
  const things = source.tokens.slice(open.end, end);
  const bare =
    verb === "add" &&
    things.length > 0 &&
    things.length <= BARE_MAX &&
    things.every(({ index, norm }) => isBareWord(analysis, index) && !VAGUE.test(norm));
  return bare || (classes[open.end]?.includes("errand") ?? false);
}

const VAGUE = /^(?:(?:some|any|every)thing|things?|stuff)$/;

/** More words are a sentence, of which the model is to be sure. */
const BARE_MAX = 3;

const ADD = /^(?:add|remind|remember|dont)$/;
