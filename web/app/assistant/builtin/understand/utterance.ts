import { type DateMark, mergeWhens, recogniseDates, undated } from "../dates/recognise";
import type { When } from "../dates/when";
import { errandVerbs } from "../lexicon/errands";
import { postpositions } from "../lexicon/particles";
import { politeClosings, politeOpenings } from "../lexicon/whole";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Source, Token } from "../text/tokens";

/** One clause: its tokens, what in it says when, and the rest. */
export interface Utterance {
  source: Source;
  tokens: readonly Token[];
  dates: readonly DateMark[];
  /** The tokens that say neither when nor please. */
  core: readonly Token[];
  question: boolean;
}

const openingCourtesy = new PhraseBook(politeOpenings);
const closingCourtesy = new PhraseBook(politeClosings);

/** Reads a stretch of a source as one clause. */
export function utterance(source: Source, tokens: readonly Token[]): Utterance {
  const dates = recogniseDates(tokens);
  const core = trimPunctuation(undated(tokens, dates));
  return { source, tokens, dates, core, question: /^[?؟]$/.test(tokens.at(-1)?.norm ?? "") };
}

const ADDRESS = wordSet("bhai yaar yar dost sir boss janab ustad بھائی یار دوست سر جناب استاد");

const SPEAKS_TO = wordSet("bro boss man dude mate buddy bhai yaar sir janab جناب بھائی");
const WITH = wordSet("with for to my the a an and of from his her our ke ki ka ko کے کی کا کو");

/** "Lunch with boss", "call bro": who is spoken of, not to. */
function isPerson(tokens: readonly Token[]): boolean {
  const [before, last] = tokens.slice(-2);
  const named = SPEAKS_TO.has(last?.norm ?? "") && before !== undefined;
  if (!named) return false;
  // The "do" of "hata do bhai" is not English.
  return WITH.has(before.norm) || (errandVerbs.has(before.norm) && before.norm !== "do");
}

/** Takes please, could you, شکریہ off both ends, unless nothing would be left. */
export function withoutCourtesy(
  core: readonly Token[],
  keepOpening: (tokens: readonly Token[]) => number,
  keepClosing: (tokens: readonly Token[]) => number,
): readonly Token[] {
  let rest = trimPunctuation(core);
  for (;;) {
    const opening = openingCourtesy.at(rest, 0);
    // "Bhai, add …" speaks to someone; "bhai ko …" is about him.
    const named = ADDRESS.has(rest[0]?.norm ?? "");
    const marked = opening && named && postpositions.has(rest[opening.length]?.norm ?? "");
    const start = opening && !marked && opening.length > keepOpening(rest) ? opening.length : 0;
    const closing = closingCourtesy.endingAt(rest, rest.length);
    const told = closing && closing.length === 1 && isPerson(rest);
    const end = closing && !told && closing.length > keepClosing(rest) ? closing.length : 0;
    const next = trimPunctuation(rest.slice(start, rest.length - end));
    if (next.length === rest.length || next.length === 0 || start + end >= rest.length) return rest;
    rest = next;
  }
}

/** Tokens without punctuation at either end; a # or an opening bracket at the start stays. */
export function trimPunctuation(tokens: readonly Token[]): readonly Token[] {
  let start = 0;
  let end = tokens.length;
  while (start < end && isEdge(tokens[start]) && !/^[#([]$/.test(tokens[start]?.norm ?? ""))
    start++;
  while (end > start && isEdge(tokens[end - 1]) && !/^[)\]%]$/.test(tokens[end - 1]?.norm ?? ""))
    end--;
  return tokens.slice(start, end);
}

function isEdge(token: Token | undefined): boolean {
  return token?.kind === "mark" && !/^[\p{S}]$/u.test(token.norm.replace(/[>=~|`^+]/g, ""));
}

/** Everything a clause says about when. */
export function whenOf(said: Pick<Utterance, "dates">): When {
  return mergeWhens(said.dates);
}

/** Strips phrases of the books off both ends until none is left, never the whole. */
export function stripEdges(
  tokens: readonly Token[],
  openings: PhraseBook<true> | null,
  endings: PhraseBook<true> | null,
): readonly Token[] {
  let rest = trimPunctuation(tokens);
  for (;;) {
    const opening = openings?.at(rest, 0)?.length ?? 0;
    if (opening > 0 && opening < rest.length) {
      rest = trimPunctuation(rest.slice(opening));
      continue;
    }
    const ending = endings?.endingAt(rest, rest.length)?.length ?? 0;
    if (ending > 0 && ending < rest.length) {
      rest = trimPunctuation(rest.slice(0, rest.length - ending));
      continue;
    }
    return rest;
  }
}
