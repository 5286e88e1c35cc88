import { targetEndings, targetOpenings, taskNouns } from "../lexicon/fillers";
import { numberWords, ordinalEndings, ordinalWords } from "../lexicon/numbers";
import {
  everything,
  neighbours,
  numberNouns,
  numberNounsAfter,
  placeNouns,
  plurals,
  pronouns,
} from "../lexicon/references";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Token, textOf } from "../text/tokens";
import { readCategory, readNamedPriority } from "./attributes";
import type { Filter, Target } from "./command";
import { readStatuses } from "./filter";
import { isUrduLike } from "./shape";
import { stripEdges, type Utterance, whenOf } from "./utterance";

const openings = new PhraseBook(targetOpenings);
const endings = new PhraseBook(targetEndings);
const nouns = new PhraseBook(taskNouns);
const numberNoun = new PhraseBook(numberNouns);
const numberNounAfter = new PhraseBook(numberNounsAfter);
const numberWord = new PhraseBook(numberWords);
const about = new PhraseBook<true>([
  [{ en: "about|that mention|mentioning|containing|with the word|related to|regarding" }, true],
]);
const ordinal = new PhraseBook(ordinalWords);
const place = new PhraseBook(placeNouns);
const pronoun = new PhraseBook(pronouns);
const plural = new PhraseBook(plurals);
const whole = new PhraseBook(everything);
const beside = new PhraseBook(neighbours);

const JOINT = /^(,|،|and|aur|or|اور|&|#|no|number|نمبر|task|kaam|کام|ٹاسک|\.|wala|والا)$/;

/** Reads which task a command is about from the words that its verb leaves. */
export function readTarget(said: Utterance, rest: readonly Token[]): Target {
  const found = findTarget(said, rest);
  const whenMark = said.dates.find((mark) => mark.when.day?.kind === "monthday");
  const monthday = whenMark?.when.day;
  // "Delete the 2nd" is a place in the list, although it could be a date.
  if (
    found.ids.length === 0 &&
    found.text === "" &&
    !found.everything &&
    monthday?.kind === "monthday"
  ) {
    return { ...blank(), places: [monthday.day] };
  }
  return found;
}

function findTarget(said: Utterance, rest: readonly Token[]): Target {
  if (pronoun.whole(rest)) return { ...blank(), pointing: "one" };
  if (plural.whole(rest)) return { ...blank(), pointing: "several" };
  const stripped = stripEdges(rest, openings, endings);
  if (stripped.length === 1 && openings.whole(stripped) && !pronoun.whole(stripped)) {
    return described(said, rest);
  }
  const ids = readNumbers(rest) ?? readNumbers(stripped);
  if (ids) return { ...blank(), ids };
  const places = readRun(rest) ?? readRun(stripped) ?? readPlaces(stripped) ?? readPlaces(rest);
  if (places) return { ...blank(), places };
  // "All tasks that are …": the that points at nothing.
  if (whole.at(rest, 0) && !plural.whole(stripped)) return described(said, rest);
  if (pronoun.whole(stripped) || pronounBeforeNoun(rest)) {
    return { ...blank(), pointing: "one" };
  }
  if (plural.whole(stripped)) return { ...blank(), pointing: "several" };
  const plain = rest.filter(({ norm }) => !/^(?:and|aur|or|bhi|ko|too|اور|بہی|کو)$/.test(norm));
  const neighbour = beside.whole(plain) ?? beside.whole(stripped);
  if (neighbour) return { ...blank(), pointing: neighbour };
  return described(said, rest);
}

/** A task that is described: by a filter, by part of its title, or both. */
function described(said: Utterance, rest: readonly Token[]): Target {
  const filter: Filter = {};
  const all = isUrduLike(rest)
    ? whole.anywhere(rest)
    : (whole.at(rest, 0) ?? whole.endingAt(rest, rest.length));
  const category = readCategory(said.source, rest);
  if (category.value) filter.category = category.value;
  const priority = readNamedPriority(category.rest);
  if (priority.value) filter.priority = priority.value;
  const ahead = isUrduLike(rest) ? all : whole.at(rest, 0);
  const every = new Set(ahead ? spanOf(rest, ahead) : []);
  const counted = priority.rest.filter((token) => !every.has(token));
  const words = all ? readStatuses(counted, filter) : priority.rest;
  const plain = stripEdges(words, openings, endings);
  const severalOf = pluralNoun(rest);
  const bareStatus: Filter = {};
  const beyondStatus = readStatuses(plain, bareStatus);
  const onlyFilter = stripEdges(beyondStatus, openings, endings).every(
    (token) =>
      token.kind === "mark" ||
      nouns.at([token], 0) ||
      openings.at([token], 0) ||
      endings.at([token], 0),
  );
  const when = said.dates.some((mark) => mark.when.day) ? whenOf(said) : undefined;
  if (onlyFilter) {
    if (filter.status === "all") delete filter.status;
    const merged: Filter = { ...filter, ...bareStatus, ...(when ? { when } : {}) };
    if (merged.status === "all") delete merged.status;
    // Urdu does not tell one task from several: مکمل شدہ کام are all that are done.
    const named =
      plain.some((token) => nouns.at([token], 0)) ||
      rest.some((token) => /^(task|one|todo|item)$/.test(token.norm));
    const several =
      severalOf || (Object.keys(bareStatus).length > 0 && (isUrduLike(rest) || !named));
    const bulk = all !== null || several;
    return { ...blank(), filter: merged, ...(bulk ? { everything: true as const } : {}) };
  }
  const named = all ? about.anywhere(rest) : null;
  if (all && named && named.start <= all.length + 1) {
    const search = textOf(
      said.source,
      stripEdges(rest.slice(named.start + named.length), openings, endings),
    );
    if (search)
      return { ...blank(), filter: { search, ...(when ? { when } : {}) }, everything: true };
  }
  const text = textOf(said.source, plain);
  // "All work tasks", "work wale sab kaam": a category, or what they are about.
  const group = stripEdges(
    plain.filter((token) => !whole.at([token], 0)),
    openings,
    endings,
  );
  const within = /^(in|under|from|for|tagged)$/.test(words[0]?.norm ?? "");
  const grouped = isUrduLike(rest) && rest.some(({ norm }) => /^(wale|walay|والے)$/.test(norm));
  const manifold =
    severalOf || (all !== null && (within || grouped || nouns.anywhere(rest) !== null));
  const opens = isUrduLike(rest) || whole.at(rest, 0) !== null;
  if (all && opens && manifold && group.length > 0 && group.length <= 3) {
    const { status: _, ...narrowed } = filter;
    return {
      ...blank(),
      filter: { ...narrowed, group: textOf(said.source, group), ...(when ? { when } : {}) },
      everything: true,
    };
  }
  return { ...blank(), filter: {}, text, wholeText: withDates(said, plain) || text };
}

function spanOf(
  tokens: readonly Token[],
  { start = 0, length }: { start?: number; length: number },
): readonly Token[] {
  return tokens.slice(start, start + length);
}

/** The words of a title with the dates that stand among them. */
function withDates(said: Utterance, plain: readonly Token[]): string {
  const first = plain[0];
  const last = plain.at(-1);
  if (!first || !last || said.dates.length === 0) return "";
  const beside = said.dates.flatMap((mark) => said.tokens.slice(mark.start, mark.end));
  const all = [...new Set([...plain, ...beside])].sort((a, b) => a.index - b.index);
  return textOf(said.source, all);
}

/** Task numbers: "task 3", "#3 and #5", کام نمبر ۳, or numbers and nothing else. */
function readNumbers(tokens: readonly Token[]): number[] | null {
  const digits = tokens.filter((token) => /^\d{1,6}$/.test(token.norm));
  const others = tokens.filter((token) => !/^\d{1,6}$/.test(token.norm));
  if (digits.length === 0) return readNumberWord(tokens);
  const joined = others.every(
    (token) =>
      JOINT.test(token.norm) ||
      numberNoun.at([token], 0) ||
      openings.at([token], 0) ||
      endings.at([token], 0),
  );
  if (
    joined &&
    !digits.some((token) => ordinalEndings.has(tokens[tokens.indexOf(token) + 1]?.norm ?? ""))
  ) {
    return [...new Set(digits.map((token) => Number(token.norm)))];
  }
  for (let at = 0; at < tokens.length; at++) {
    const noun = numberNoun.at(tokens, at);
    const next = noun ? tokens[at + noun.length] : undefined;
    if (next && /^\d{1,6}$/.test(next.norm) && tokens.length <= at + (noun?.length ?? 0) + 4)
      return [Number(next.norm)];
    if (/^\d{1,6}$/.test(tokens[at]?.norm ?? "") && numberNounAfter.at(tokens, at + 1)) {
      return [Number(tokens[at]?.norm)];
    }
  }
  return null;
}

/** "Task three", کام نمبر تین, چودہ نمبر کام. */
function readNumberWord(tokens: readonly Token[]): number[] | null {
  const ahead = numberWord.at(tokens, 0);
  const behind = ahead && numberNounAfter.at(tokens, ahead.length);
  if (ahead && behind) {
    const rest = stripEdges(tokens.slice(ahead.length + behind.length), null, endings);
    if (rest.length === 0 || endings.whole(rest)) return [ahead.value];
  }
  const noun = numberNoun.at(tokens, 0);
  const run = readWords(tokens.slice(noun?.length ?? 0));
  if (!run) return null;
  const left = tokens.slice((noun?.length ?? 0) + run.length);
  const named = numberNounAfter.at(left, 0);
  const rest = stripEdges(left.slice(named?.length ?? 0), null, endings);
  const closed = rest.length === 0 || endings.whole(rest) !== undefined;
  return closed && (noun ?? named) ? run.values : null;
}

/** "Seven and twelve". */
function readWords(tokens: readonly Token[]): { values: number[]; length: number } | null {
  const values: number[] = [];
  let at = 0;
  for (;;) {
    const word = numberWord.at(tokens, at);
    if (!word) return null;
    values.push(word.value);
    at += word.length;
    if (!/^(,|،|and|aur|or|اور|&)$/.test(tokens[at]?.norm ?? "")) return { values, length: at };
    at++;
  }
}

/** "The first two", پہلے دو: several places at one end of the list. */
function readRun(tokens: readonly Token[]): number[] | null {
  const start = /^(the|my)$/.test(tokens[0]?.norm ?? "") ? 1 : 0;
  const end = ordinal.at(tokens, start);
  if (!end || Math.abs(end.value) !== 1) return null;
  const at = start + end.length;
  const both = /^(dono|donon|دونون)$/.test(tokens[at]?.norm ?? "");
  const word = both ? { value: 2, length: 1 } : numberWord.at(tokens, at);
  const digits = /^\d$/.test(tokens[at]?.norm ?? "") ? Number(tokens[at]?.norm) : 0;
  const count = word?.value ?? digits;
  const rest = stripEdges(tokens.slice(at + (word?.length ?? 1)), null, endings);
  if (count < 2 || count > 9 || !(rest.length === 0 || place.whole(rest) || endings.whole(rest)))
    return null;
  const places = Array.from({ length: count }, (_, place) => place + 1);
  return end.value === 1 ? places : places.map((place) => place - count - 1);
}

/** "The second one", "the first and the third", آخری کام: places in a list, when nothing else is said. */
function readPlaces(tokens: readonly Token[]): number[] | null {
  const places: number[] = [];
  let at = 0;
  for (;;) {
    if (/^(the|my|that|mera|meri|mere|wo|woh|میرا|وہ)$/.test(tokens[at]?.norm ?? "")) at++;
    const found = ordinal.at(tokens, at) ?? digitPlace(tokens, at);
    if (!found) return null;
    places.push(found.value);
    at += found.length;
    if (!/^(,|،|and|aur|or|اور|&)$/.test(tokens[at]?.norm ?? "")) break;
    at++;
  }
  const rest = tokens.slice(at);
  if (rest.length === 0 || place.whole(rest)) return places;
  return place.whole(stripEdges(rest, null, endings)) ? places : null;
}

function digitPlace(
  tokens: readonly Token[],
  at: number,
): { value: number; length: number } | null {
  const digits = tokens[at];
  const ending = tokens[at + 1];
  if (!digits || !/^\d{1,2}$/.test(digits.norm) || !ending || !ordinalEndings.has(ending.norm))
    return null;
  return { value: Number(digits.norm), length: 2 };
}

function pronounBeforeNoun(rest: readonly Token[]): boolean {
  const found = pronoun.at(rest, 0);
  return (
    found !== null &&
    found.length < rest.length &&
    stripEdges(rest.slice(found.length), null, endings).length === 1 &&
    endings.whole(rest.slice(found.length)) !== undefined
  );
}

const PLURALS = wordSet("tasks todos items reminders ones things کاموں ٹاسکس ٹاسکوں");

function pluralNoun(tokens: readonly Token[]): boolean {
  return tokens.some((token) => PLURALS.has(token.norm) || token.fold === "kamon");
}

function blank(): Target {
  return { ids: [], filter: {}, text: "", wholeText: "" };
}
