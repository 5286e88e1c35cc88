import type { Language } from "../../language";
import { correctionOpenings } from "../lexicon/corrections";
import { PhraseBook } from "../text/phrase-book";
import { type Token, tokenise } from "../text/tokens";

const corrections = new PhraseBook(correctionOpenings);

/** Verbs that also begin an errand: "wait for Ali" is something to do; "wait, Friday" is not. */
const VERBS = /^(?:wait|better|wrong|rather|correction|matlab|nah)$/;

/** What stands behind "no", "I meant", نہیں; `null` where nothing is taken back. */
export function openedByCorrection(text: string, language: Language): string | null {
  const { tokens } = tokenise(text, language !== "en");
  let end = 0;
  for (let at = 0; at < tokens.length; ) {
    const found = corrections.at(tokens, at);
    if (found) end = at + found.length;
    else if (at === 0 || tokens[at]?.kind !== "mark") break;
    at += found?.length ?? 1;
  }
  if (end === 1 && VERBS.test(tokens[0]?.norm ?? "") && tokens[1]?.kind !== "mark") return null;
  if (end === 1 && /^(?:rush|hurry|need|time|longer|one)$/.test(tokens[1]?.norm ?? "")) return null;
  return end === 0 ? null : restOf(text, tokens, end);
}

const MORE = /^(?:and|also|plus|oh|aur|or|اور|نیز)$/;
const TOO = /^(?:too|also|bhi|بہی|بھی|well)$/;

/** What a message says that goes on with "and …" or ends in "too", بھی; `null` where none does. */
export function openedByMore(text: string, language: Language): string | null {
  const { tokens } = tokenise(text, language !== "en");
  let from = 0;
  while (MORE.test(tokens[from]?.norm ?? "") || (from > 0 && tokens[from]?.kind === "mark"))
    from += 1;
  const too = tokens.some(({ norm }) => TOO.test(norm));
  return from > 0 || too ? restOf(text, tokens, from) : null;
}

function restOf(text: string, tokens: readonly Token[], from: number): string | null {
  const first = tokens.slice(from).find(({ kind }) => kind !== "mark" || kind === undefined);
  return first ? text.slice(first.start) : null;
}
