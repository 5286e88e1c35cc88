import { nameFromTo, swaps } from "../lexicon/changes";
import { numberWords } from "../lexicon/numbers";
import { PhraseBook } from "../text/phrase-book";
import { tokenise } from "../text/tokens";
import { type Clause, says } from "./clause";

/** Words of a title, and what is put in their place. */
export interface Swap {
  from: string;
  to: string;
  /** Whether the words may be all of the title. */
  whole: boolean;
}

const numbers = new PhraseBook(numberWords);

/** Whether words are a number and nothing else. */
export const isNumber = (words: string): boolean =>
  /^\d+$/.test(words) || numbers.whole(tokenise(words, true).tokens) !== undefined;

/** Longest clause that is read as one, in characters. */
const CLAUSE_MAX = 200;

/**
 * "Change buy milk from milk to oat milk": a part of a name is put in the place of another, with the
 * clause without the words that say so; null where no name is spoken of.
 */
export function swapIn(clause: Clause): { swap: Swap; rest: Clause } | null {
  const { analysis, reading, tags } = clause;
  const { text, tokens } = analysis.source;
  const words = tokens.slice(reading.start, reading.end);
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  if (end - start > CLAUSE_MAX) return null;
  if (says(clause, /^field:(?!title)/)) return null;
  const said = text.slice(start, end).replace(/[\s.!]+$/u, "");
  for (const pattern of swaps) {
    const found = pattern.exec(said);
    const { from = "", to = "" } = found?.groups ?? {};
    if (!found || to === "") continue;
    const [first, last] = [start + found.index, start + found.index + found[0].length];
    const within = words.filter((token) => token.start < last && token.end > first);
    if (within.some(({ index }) => (analysis.timeAt[index] ?? -1) >= 0)) continue;
    const cleared = tags.map((tag, at) => (within.some(({ index }) => index === at) ? "O" : tag));
    const amount = isNumber(to) ? from.split(/\s+/).find(isNumber) : undefined;
    if (isNumber(to) && amount === undefined) continue;
    return {
      swap: { from: amount ?? from, to, whole: pattern === nameFromTo },
      rest: { ...clause, tags: cleared },
    };
  }
  return null;
}
