import { secondThoughts } from "../lexicon/corrections";
import { PhraseBook } from "../text/phrase-book";
import type { Source } from "../text/tokens";

const thoughts = new PhraseBook(secondThoughts);

/** A message in which something is taken back: what was said first, and what is said instead. */
export interface Thoughts {
  first: string;
  instead: string;
}

/** Parts "delete task 7, no wait, task 12" at its last second thought; null where there is none. */
export function partThoughts({ text, tokens }: Source): Thoughts | null {
  let [from, to] = [0, 0];
  for (let at = 1; at < tokens.length; at += 1) {
    const found = thoughts.at(tokens, at);
    if (!found) continue;
    let end = at + found.length;
    for (let next = thoughts.at(tokens, end); next; next = thoughts.at(tokens, end))
      end += next.length;
    [from, to] = [at, end];
    at = end;
  }
  while (tokens[to]?.kind === "mark") to += 1;
  const [end, start] = [tokens[from]?.start ?? 0, tokens[to]?.start];
  if (from === 0 || start === undefined) return null;
  return { first: text.slice(0, end).replace(/[\s,،.–—-]+$/u, ""), instead: text.slice(start) };
}
