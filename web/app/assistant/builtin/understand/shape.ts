import { closings, obligations } from "../lexicon/closings";
import { type Intent, openings } from "../lexicon/commands";
import { englishClasses } from "../lexicon/english-classes";
import { errandVerbs, infinitive } from "../lexicon/errands";
import { taskNouns } from "../lexicon/fillers";
import { lightVerbs } from "../lexicon/light-verbs";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { trimPunctuation, withoutCourtesy } from "./utterance";

export const opening = new PhraseBook(openings, { ...lightVerbs, ...englishClasses });
export const closing = new PhraseBook(closings, lightVerbs);
export const obligation = new PhraseBook(obligations);
export const taskNoun = new PhraseBook(taskNouns);
const bareVerb = new PhraseBook(
  [[{ ur: "{kar}|{do}|دے {do}", roman: "{kar}|{do}|de {do}" }, true]] as const,
  lightVerbs,
);

/** Removes courtesy but never the command itself. */
export function courteous(core: readonly Token[]): readonly Token[] {
  return withoutCourtesy(
    core,
    (tokens) => opening.at(tokens, 0)?.length ?? 0,
    (tokens) => closing.endingAt(tokens, tokens.length)?.length ?? 0,
  );
}

/** Whether a stretch of tokens ends or begins like something to be done. */
export function isTaskLike(tokens: readonly Token[]): boolean {
  const trimmed = trimPunctuation(tokens);
  return errandVerbs.has(trimmed[0]?.norm ?? "") || isInfinitive(trimmed.at(-1));
}

/** "Hai", ہیں: what binds something to what is said of it. */
export function isCopula(token: Token | undefined): boolean {
  return COPULA.has(token?.norm ?? "");
}

const COPULA = wordSet("hai hain he h ہے ہیں");

/** کو: what stands before it has something done to it. */
export function marksObject(token: Token | undefined): boolean {
  return /^(?:ko|کو)$/.test(token?.norm ?? "");
}

/** Whether a word is an Urdu infinitive such as لانا or karna. */
export function isInfinitive(token: Token | undefined): boolean {
  if (!token || infinitive.except.has(token.norm) || infinitive.except.has(token.fold))
    return false;
  if (/[\u0600-\u06ff]/.test(token.norm))
    return infinitive.ur.test(token.norm) && token.norm.length > 2;
  return (
    (token.fold.length > 3 || /^aan[aei]$/.test(token.norm)) && infinitive.roman.test(token.fold)
  );
}

/** Whether some words end in a verb that commands: where a sentence may end in Urdu. */
export function endsInCommand(tokens: readonly Token[]): boolean {
  const trimmed = courteous(trimPunctuation(tokens));
  if (closing.endingAt(trimmed, trimmed.length)) return true;
  const bound = obligation.endingAt(trimmed, trimmed.length);
  return bound !== null && isInfinitive(trimmed.at(-bound.length - 1));
}

/** The command that some words open with, if any. */
export function opensWith(
  tokens: readonly Token[],
): { intent: Intent; verb: string; length: number } | null {
  const trimmed = courteous(trimPunctuation(tokens));
  const found = opening.at(trimmed, 0);
  return (
    found && {
      intent: found.value,
      verb: spoken(trimmed.slice(0, found.length)),
      length: found.length,
    }
  );
}

/** Whether tokens are Urdu or Roman Urdu rather than English. */
export function isUrduLike(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.fold !== "" || /[\u0600-\u06ff]/.test(token.norm));
}

/** The light verb that a clause ends with, such as کر دو, as a number of tokens. */
export function bareVerbLength(tokens: readonly Token[]): number {
  return bareVerb.endingAt(tokens, tokens.length)?.length ?? 0;
}

/** Whether words point at a task: by number, by the word itself, by "it". */
export function pointsAtTask(tokens: readonly Token[]): boolean {
  const [first] = tokens;
  if (!first) return false;
  if (/^(it|this|that|them|both|these|those|all|everything|#)$/.test(first.norm)) return true;
  return first.kind === "number" || tokens.some((token) => POINTER.test(token.norm));
}

const POINTER =
  /^(task|tasks|todo|todos|#|wala|wali|wale|isay|isko|usay|usko|kaam|والا|والی|والے|اسے|اس|کام|ٹاسک)$/;

/** Whether words say which task and nothing else: "gym wala kaam", "task 3". */
export function isNamed(tokens: readonly Token[]): boolean {
  const noun = taskNoun.endingAt(tokens, tokens.length)?.length ?? 0;
  const numbered = tokens.every(
    ({ kind, norm }) => kind === "number" || /^(?:task|kaam|number|no|کام|ٹاسک|نمبر)$/.test(norm),
  );
  return isOne(tokens.at(-noun - 1)) || (numbered && tokens.length > 1);
}

/** والا, "wali": the one that what stands before it describes. */
export function isOne(token: Token | undefined): boolean {
  return ONE.has(token?.norm ?? "");
}

const ONE = wordSet("wala wali والا والی");

/** Words as they are compared, joined. */
export function spoken(tokens: readonly Token[]): string {
  return tokens.map((token) => token.norm).join(" ");
}
