import { barePriorities, namedPriorities, type Priority } from "../lexicon/filters";
import { PhraseBook } from "../text/phrase-book";
import { type Clause, plainTokens } from "./clause";

const named = new PhraseBook(namedPriorities);
const bare = new PhraseBook(barePriorities);

/** Words of a command are none of a priority: the لو of "لکھ لو" is not "low". */
const COMMAND = /^(?:open|close|must|polite|particle)/;

/** The priorities that a clause names, in their order. */
export function prioritiesIn(clause: Clause): Priority[] {
  const { classes } = clause.analysis;
  const tokens = plainTokens(clause);
  const found: Priority[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = named.at(tokens, at) ?? bare.at(tokens, at);
    const places = tokens.slice(at, at + (phrase?.length ?? 1));
    const commands = places.every(({ index }) =>
      classes[index]?.some((name) => COMMAND.test(name)),
    );
    // "Koi jaldi nahi" is not urgent.
    const denied =
      phrase?.value === "high" && places.every(({ index }) => classes[index]?.includes("unwanted"));
    if (phrase && !commands && !denied) found.push(phrase.value);
    at += phrase?.length ?? 1;
  }
  return found;
}
