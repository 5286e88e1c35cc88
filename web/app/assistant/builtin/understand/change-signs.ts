import { type DateMark, opensSpan } from "../dates/recognise";
import { fieldNames } from "../lexicon/changes";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import type { Utterance } from "./utterance";

const fields = new PhraseBook(fieldNames);

/** What a task's date becomes, without what it was: "from Tuesday to Friday", منگل سے بدھ کو. */
export function newDates({ tokens, dates }: Utterance): readonly DateMark[] {
  const at = dates.findIndex((mark, place) => {
    if (dates[place - 1]?.end !== mark.start) return false;
    const to = /^(?:to|until|till)$/.test(tokens[mark.start]?.norm ?? "");
    const since = /^(?:se|سے)$/.test(tokens[mark.start - 1]?.norm ?? "");
    const until = /^(?:tak|تک)$/.test(tokens[mark.end - 1]?.norm ?? "");
    return (to && opensSpan(tokens, dates.slice(0, place))) || (since && !until);
  });
  return at < 0 ? dates : dates.slice(at);
}

/** "30 minutes later" may count from the date that a task has. */
export function isLater(said: Utterance, { start, end }: DateMark): boolean {
  return said.tokens.slice(start, end).some(({ norm }) => /^(later|earlier|sooner)$/.test(norm));
}

/** Whether words after a verb such as "move" or "set" say what a task should become. */
export function showsChange(said: Utterance, rest: readonly Token[]): boolean {
  if (fields.anywhere(rest) !== null || readAnyPriority(rest).value !== undefined) return true;
  if (rest.slice(1, -1).some((token) => /^(to|as|into|for|with|->)$/.test(token.norm))) return true;
  return said.dates.some((mark) => {
    const ahead = said.tokens[mark.start - 1]?.norm ?? "";
    const opening = said.tokens[mark.start]?.norm ?? "";
    if (said.tokens.slice(Math.max(mark.start - 1, 0), mark.end).some(({ norm }) => norm === "due"))
      return true;
    const pushed = mark.when.day?.kind === "move" && (mark.when.day.fromDue || isLater(said, mark));
    return pushed || ahead === "to" || /^(to|until|till)$/.test(opening);
  });
}
