import { englishClasses } from "../lexicon/english-classes";
import { lightVerbs } from "../lexicon/light-verbs";
import {
  politeClosings,
  politeOpenings,
  type Talk,
  talkFillers,
  wholeMessages,
} from "../lexicon/whole";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";

const talk = new PhraseBook(wholeMessages, { ...lightVerbs, ...englishClasses });
const filler = new PhraseBook([...talkFillers, ...politeOpenings, ...politeClosings], lightVerbs);

/** Of two things said in one message ("hi, what should I do next?") the earlier here is meant. */
const WEIGHT: readonly Talk[] = [
  "undo-anyway",
  "undo",
  "next",
  "identity",
  "help",
  "how",
  "bye",
  "thanks",
  "greet",
];

/** What a message says that is made of talk and courtesy and nothing else. */
export function smallTalk(tokens: readonly Token[]): Talk | null {
  const words = tokens.filter((token) => token.kind !== "mark");
  let best: Talk | null = null;
  for (let at = 0; at < words.length; ) {
    const found = talk.at(words, at);
    const length = found?.length ?? filler.at(words, at)?.length;
    if (!length) return null;
    if (found && (best === null || WEIGHT.indexOf(found.value) < WEIGHT.indexOf(best)))
      best = found.value;
    at += length;
  }
  return best;
}
