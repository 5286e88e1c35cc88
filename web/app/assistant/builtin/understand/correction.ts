import type { Language } from "../../language";
import { correctionNoise, correctionOpenings, otherOne } from "../lexicon/corrections";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, tokenise } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import type { Changes, Target } from "./command";
import { smallTalk } from "./small-talk";
import { readTarget } from "./target";
import { stripEdges, trimPunctuation, type Utterance, utterance, whenOf } from "./utterance";

const openings = new PhraseBook(correctionOpenings);
const noise = new PhraseBook(correctionNoise);
const other = new PhraseBook(otherOne);

const VERBS = /^(wait|better|wrong|rather|correction|matlab|nah)$/;

const NEGATION = wordSet("nahi nahin nhi nai نہیں but بلکہ balke");

/** What a message says instead of what was said before. */
export interface Correction {
  /** The message without "no" or "I meant". */
  text: string;
  /** Nothing but a date or a priority: what the task should have instead. */
  changes: Changes | null;
  /** "The other one". */
  other: boolean;
  /** Otherwise, the task that was meant. */
  target: Target;
}

/**
 * Reads a message as a correction: "no, Friday", "high instead", نہیں، دوسرا والا. Words of `before`,
 * the message it goes back to, are only repeated: "no, the rent is on Friday".
 */
export function readCorrection(text: string, language: Language, before = ""): Correction | null {
  const source = tokenise(text, language !== "en");
  const words = trimPunctuation(source.tokens);
  if (smallTalk(words)) return null;
  let start = openedBy(words);
  // "Wait for Ali" is something to do; "wait, Friday" is not.
  if (start === 1 && VERBS.test(words[0]?.norm ?? "") && words[1]?.kind !== "mark") start = 0;
  // Nor does "no rush on the assignment" take anything back.
  if (start === 1 && /^(?:rush|hurry|need|time|longer)$/.test(words[1]?.norm ?? "")) start = 0;
  // "Naye parde" are new ones, although they sound like nai.
  if (start === 1 && /^na(?:ye|ya|yi)$/.test(words[0]?.norm ?? "")) start = 0;
  const said = start === 0 ? afterNegation(source, words) : null;
  if (said !== null) start = said;
  const rest = trimPunctuation(words.slice(start));
  const instead = /^(instead|rather|بجائے|balke|balkeh)$/.test(rest.at(-1)?.norm ?? "");
  const [first] = rest;
  if (!first || (start === 0 && !instead)) return null;
  const clause = utterance(source, rest);
  const core = withoutNoise(clause);
  return {
    text: text.slice(first.start),
    changes: changesIn(clause, tokenise(before, language !== "en")),
    other: other.whole(clause.core) === true || other.whole(core) === true,
    target: readTarget(clause, core),
  };
}

/** How many tokens say that something is taken back: "no, I meant" is two ways at once. */
function openedBy(words: readonly Token[]): number {
  let end = 0;
  for (let at = 0; at < words.length; ) {
    const found = openings.at(words, at);
    if (found) end = at + found.length;
    else if (at === 0 || words[at]?.kind !== "mark") break;
    at += found?.length ?? 1;
  }
  return end;
}

/** A message that is a date, a priority or both and nothing else, as the change that it means. */
export function readAttributes(text: string, language: Language, before = ""): Changes | null {
  const source = tokenise(text, language !== "en");
  const clause = utterance(source, trimPunctuation(source.tokens));
  return clause.question ? null : changesIn(clause, tokenise(before, language !== "en"));
}

/** "Make that 6" of what was at 5: the hour. */
function hourIn(words: readonly Token[], before: Source): Changes["when"] {
  const [only, ...others] = words;
  const hour = Number(only?.norm);
  const timed = utterance(before, before.tokens).dates.some(({ when }) => when.clock);
  const meant = timed && only?.kind === "number" && others.length === 0 && hour > 0 && hour < 13;
  return meant ? { clock: { hour, minute: 0, half: null } } : undefined;
}

function changesIn(clause: Utterance, before: Source): Changes | null {
  const words = withoutNoise(clause);
  const hour = clause.dates.length === 0 ? hourIn(words, before) : undefined;
  if (hour) return { when: hour };
  const repeated = new Set(before.tokens.map(({ norm }) => norm));
  const rated = readAnyPriority(words);
  const changes: Changes = {
    ...(clause.dates.length > 0 ? { when: whenOf(clause) } : {}),
    ...(rated.value ? { priority: rated.value } : {}),
  };
  const nothingElse = rated.rest.every((token) => noise.whole([token]) || repeated.has(token.norm));
  return nothingElse && Object.keys(changes).length > 0 ? changes : null;
}

function withoutNoise(clause: Utterance): readonly Token[] {
  return stripEdges(clause.core, noise, noise).filter((token) => !noise.whole([token]));
}

/** "Kal nahi, parson" and "not tomorrow but Friday": what is meant stands behind what is not. */
function afterNegation(source: Source, words: readonly Token[]): number | null {
  const at = words.findIndex(({ norm }) => NEGATION.has(norm));
  const before = utterance(source, words.slice(words[0]?.norm === "not" ? 1 : 0, Math.max(at, 0)));
  const { text } = readTarget(before, withoutNoise(before));
  // Of "gym kal nahi parson" the day alone is not meant.
  const named = text !== "" && before.dates.length === 1;
  const short = text.split(" ").length < 2 && !named;
  const told = changesIn(before, { text: "", tokens: [] }) !== null || short;
  const negated = at > 0 && at <= 4 && at < words.length - 1 && told;
  const english = words[0]?.norm === "not";
  return negated && (english || words[at]?.norm !== "but") ? at + 1 : null;
}
