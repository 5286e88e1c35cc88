import type { Language } from "../../language";
import { type DateMark, recogniseDates } from "../dates/recognise";
import { amendments, doubtfulAmendments } from "../lexicon/amendments";
import { errandVerbs } from "../lexicon/errands";
import { numberWords } from "../lexicon/numbers";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, tokenise } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import {
  bareVerbLength,
  closing,
  endsInCommand,
  isInfinitive,
  isUrduLike,
  obligation,
  opening,
} from "./shape";
import { trimPunctuation } from "./utterance";

const certain = new PhraseBook(amendments);
const numbers = new PhraseBook(numberWords);
const doubtful = new PhraseBook(doubtfulAmendments);

/**
 * A message as it was meant in the end: "add milk, no wait, bread" is "add bread", "friday I mean
 * saturday" is saturday, kal nahi parson is parson. A message that takes nothing back stays as it is.
 */
export function amended(text: string, language: Language): string {
  const source = tokenise(text, language !== "en");
  const { tokens } = source;
  for (let at = 1; at < tokens.length - 1; at++) {
    const sure = certain.at(tokens, at);
    const found = sure ?? doubtful.at(tokens, at);
    if (!found || isOnlyTaking(tokens.slice(0, at))) continue;
    const before = trimPunctuation(tokens.slice(0, at));
    const behind = tokens.slice(at + found.length);
    const marked = isMark(tokens[at - 1]);
    const repair = trimPunctuation(behind);
    const parted = marked
      ? isMark(behind[0]) || isAnother(before, repair)
      : APOLOGY.has(tokens[at]?.norm ?? "") && endsInCommand(before) && endsInCommand(repair);
    if (before.length === 0 || repair.length === 0) continue;
    if (tokens[at]?.norm === "not") {
      const sure = withoutOther(source, before, repair);
      if (sure !== null) return sure;
      continue;
    }
    const meant =
      withOtherDate(source, before, repair, sure !== null || marked) ??
      (sure || marked ? withOtherValue(source, before, repair) : null) ??
      (sure || parted ? withOtherWords(source, before, repair) : null);
    if (meant === null) continue;
    const instead = found.value === "instead";
    return amended(instead ? meant.replace(IS, (is) => `${NOW[language]} ${is}`) : meant, language);
  }
  return text;
}

/** Mangal ke bajaye budh ko hai: what is instead of something is so now, and was otherwise before. */
const IS = /(?<=\s)(?:hai|he|h|hain|hoga|hogi|ho ga|ho gi|ہے|ہیں|ہوگا|ہوگی|ہو گا|ہو گی)\s*$/i;
const NOW = { en: "ab", ur: "اب", "ur-Latn": "ab" };
const APOLOGY = wordSet("sorry سوری معذرت");

/** Behind a comma: "no, the bread", "actually two pints"; or the same said of something else. */
function isAnother(before: readonly Token[], repair: readonly Token[]): boolean {
  const [first] = repair;
  const again =
    repair.at(-1)?.norm === before.at(-1)?.norm && repair.at(-2)?.norm === before.at(-2)?.norm;
  if (isUrduLike(before))
    return again || (repair.length < 3 && !isInfinitive(repair.at(-1)) && endsInCommand(before));
  return /^(?:the|my|that)$/.test(first?.norm ?? "") ? repair.length < 6 : isNumber(first);
}

function isNumber(token: Token | undefined): boolean {
  return token?.kind === "number" || (token !== undefined && numbers.at([token], 0) !== null);
}

function isMark(token: Token | undefined): boolean {
  return token?.kind === "mark" && /^[,،.…;؛\-–—]$/.test(token.norm);
}

/** Nothing but words that take back: what they take back was said in another message. */
function isOnlyTaking(tokens: readonly Token[]): boolean {
  for (let at = 0; at < tokens.length; ) {
    const found = certain.at(tokens, at) ?? doubtful.at(tokens, at);
    if (!found && tokens[at]?.kind !== "mark") return false;
    at += found?.length ?? 1;
  }
  return true;
}

/** The source text of neighbouring tokens. */
function written({ text }: Source, tokens: readonly Token[]): string {
  return text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
}

function joined(source: Source, ...parts: (readonly Token[])[]): string {
  return parts
    .filter((part) => part.length > 0)
    .map((part) => written(source, part))
    .join(" ");
}

const aspects = ({ when }: DateMark): string[] =>
  Object.keys(when).map((name) => (name === "part" ? "clock" : name));

/** Another day or hour: it takes the place of the one before it. */
function withOtherDate(
  source: Source,
  before: readonly Token[],
  repair: readonly Token[],
  marked: boolean,
): string | null {
  const [first, ...more] = recogniseDates(repair);
  if (first?.start !== 0) return null;
  const end = more.at(-1)?.end ?? first.end;
  const rest = trimPunctuation(repair.slice(end));
  const changed = new Set([first, ...more].flatMap(aspects));
  const old =
    recogniseDates(before).findLast((mark) => aspects(mark).some((one) => changed.has(one))) ??
    bareHour(before, first);
  const verb = isUrduLike(repair) && bareVerbLength(rest) === rest.length;
  const only = rest.length === 0 || verb;
  const beside = old?.end === before.length;
  if (!old || !((marked && only) || beside)) return null;
  // Of "tomorrow at 5, no, Friday" the hour stays.
  const replaced = aspects(old).every((one) => changed.has(one));
  const kept = before.slice(replaced ? old.end : old.start);
  return joined(source, before.slice(0, old.start), repair.slice(0, end), kept, beside ? rest : []);
}

/** "Saturday not Sunday": the day that is not meant goes. */
function withoutOther(
  source: Source,
  before: readonly Token[],
  repair: readonly Token[],
): string | null {
  const last = recogniseDates(before).at(-1);
  const [first] = recogniseDates(repair);
  const hour = last?.when.clock && last.end === before.length && repair.length === 1;
  if (hour && isNumber(repair[0])) return written(source, before);
  if (first?.start !== 0) return null;
  // "Not today, Monday": what is meant stands behind.
  const behind = trimPunctuation(repair.slice(first.end));
  const meant = behind.slice(behind[0]?.norm === "but" ? 1 : 0);
  if (recogniseDates(meant)[0]?.start === 0) return joined(source, before, meant);
  if (!last || last.end !== before.length) return null;
  return aspects(last).some((one) => aspects(first).includes(one))
    ? joined(source, before, repair.slice(first.end))
    : null;
}

/** "11 nahi 10 baje": the hour that is not meant needs no بجے. */
function bareHour(before: readonly Token[], { when }: DateMark): DateMark | undefined {
  const end = before.length;
  const hour = when.clock !== undefined && end > 1 && isNumber(before[end - 1]);
  return hour ? { start: end - 1, end, when: { clock: when.clock } } : undefined;
}

const NOT = wordSet("isnt arent not nahi nahin نہیں");

/** Another number or priority: "complete task 3, no, 4". */
function withOtherValue(
  source: Source,
  before: readonly Token[],
  repair: readonly Token[],
): string | null {
  // "It isn't urgent, make it low" goes on, and takes nothing back.
  if (before.some(({ norm }) => NOT.has(norm))) return null;
  const number = repair.length < 3 && isNumber(repair.at(-1));
  const at = number
    ? before.findLastIndex(isNumber)
    : readAnyPriority(repair).rest.length === 0
      ? before.findLastIndex((token) => readAnyPriority([token]).value !== undefined)
      : -1;
  return at < 0
    ? null
    : joined(source, before.slice(0, at), repair.slice(number ? -1 : 0), before.slice(at + 1));
}

/** Something else: what was said to be done is done to that. */
function withOtherWords(
  source: Source,
  before: readonly Token[],
  repair: readonly Token[],
): string | null {
  if (opening.at(repair, 0) || endsInCommand(repair)) return written(source, repair);
  const dates = recogniseDates(repair).length > 0 ? [] : recogniseDates(before);
  const when = dates.map(({ start, end }) => before.slice(start, end));
  if (isUrduLike(before) && !opening.at(before, 0))
    return joined(source, ...when, repair, verbOf(before, repair));
  const kept = verbLength(before, repair);
  // "Mark the gym as done, I mean the assignment"
  const state = closing.endingAt(before, before.length)?.length ?? 0;
  const tail = before.slice(before.length - state);
  return kept > 0 ? joined(source, before.slice(0, kept), repair, ...when, tail) : null;
}

/** How many tokens say what is done, before that to which it is done. */
function verbLength(before: readonly Token[], repair: readonly Token[]): number {
  const first = opening.at(before, 0);
  const errands = errandVerbs.has(repair[0]?.norm ?? "") ? 0 : 1;
  const length = first?.length ?? 0;
  if (first?.value === "update" && !closing.endingAt(before, before.length)) {
    const to = before.findLastIndex(({ norm }) => /^(to|as|into)$/.test(norm));
    return Math.max(length, to + 1);
  }
  return length + (errandVerbs.has(before[length]?.norm ?? "") ? errands : 0);
}

const CASES = wordSet("ko ka ki ke se wala wali wale کو کا کی کے سے والا والی والے");

/** The verb that ends an Urdu clause, and all that stands behind the case that both parts have. */
function verbOf(before: readonly Token[], repair: readonly Token[]): readonly Token[] {
  const marker = repair.at(-1)?.norm ?? "";
  const at = CASES.has(marker) ? before.findLastIndex(({ norm }) => norm === marker) : -1;
  if (at >= 0) return before.slice(at + 1);
  const bound = obligation.endingAt(before, before.length);
  const length = bound ? bound.length + 1 : (closing.endingAt(before, before.length)?.length ?? 0);
  return length > 0 ? before.slice(-length) : [];
}
