import { clearings } from "../lexicon/changes";
import { englishClasses } from "../lexicon/english-classes";
import { listNoise } from "../lexicon/fillers";
import { aboutAfter, aboutBefore, repeating, type Status, statuses } from "../lexicon/filters";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import { type Source, type Token, textOf } from "../text/tokens";
import { readAnyPriority, readCategory, without } from "./attributes";
import type { Filter } from "./command";
import { type Utterance, whenOf } from "./utterance";

const status = new PhraseBook(statuses);
const about = new PhraseBook(aboutBefore);
const aboutBehind = new PhraseBook(aboutAfter);
const undated = new PhraseBook(
  clearings.filter(([, field]) => field === "due"),
  englishClasses,
);
const uncategorised = new PhraseBook(
  clearings.filter(([, field]) => field === "category"),
  englishClasses,
);
const recurring = new PhraseBook(repeating);
const noise = new PhraseBook(listNoise);

/** Reads which tasks a list should hold; `rest` is the clause without its command. */
export function readFilter(said: Utterance, rest: readonly Token[], verb = ""): Filter {
  const filter: Filter = { ...readSearch(said.source, rest, verb) };
  const category = readCategory(said.source, filter.search ? searchless(rest) : rest);
  if (category.value) filter.category = category.value;
  const words = readStatuses(category.rest, filter);
  const priority = readAnyPriority(words);
  if (priority.value) filter.priority = priority.value;
  // "What is there to do in the evening": of today, unless another day is said.
  const today = { kind: "offset", days: 0 } as const;
  if (said.dates.some(({ when }) => when.day ?? when.part)) {
    filter.when = { day: today, ...whenOf(said) };
    const until = untilOf(said);
    const side = sideOf(said);
    if (until) filter.until = until;
    else if (side) filter.side = side;
  }
  if (said.dates.length === 0 && undated.anywhere(rest)) filter.lacks = "due_at";
  else if (uncategorised.anywhere(rest)) filter.lacks = "category";
  const repeats = repeatsOf(said, rest);
  if (repeats !== null) filter.repeats = repeats;
  // "Everything due this week" is all that is to be done, not what is done already.
  if (filter.when && filter.status === "all") delete filter.status;
  if (isPast(said.tokens)) filter.past = true;
  if (!filter.search && !filter.lacks && repeats === null) {
    const group = withoutNoise(said.source, priority.rest);
    if (group) filter.group = group;
  }
  return filter;
}

/** "Recurring tasks", "which tasks are weekly": the rule that is asked for, or the empty one. */
function repeatsOf(said: Utterance, rest: readonly Token[]): string | null {
  const rule = whenOf(said).repeat?.rule;
  return rule ?? (recurring.anywhere(rest) ? "" : null);
}

/** Takes the words for open, completed, overdue and all out of some tokens, into a filter. */
export function readStatuses(tokens: readonly Token[], filter: Filter): readonly Token[] {
  let rest = tokens;
  let all = false;
  const seen = new Set<Status>();
  for (let found = status.anywhere(rest); found; found = status.anywhere(rest)) {
    if (found.value === "all") all = true;
    else seen.add(found.value);
    rest = without(rest, found.start, found.length);
  }
  if (seen.has("overdue")) filter.overdue = true;
  else if (seen.has("completed") && seen.has("open")) filter.status = "all";
  else if (seen.has("completed")) filter.status = "completed";
  else if (seen.has("open")) filter.status = "open";
  else if (all) filter.status = "all";
  return rest;
}

function readSearch(source: Source, rest: readonly Token[], verb: string): Pick<Filter, "search"> {
  const behind = aboutBehind.anywhere(rest);
  if (behind && behind.start > 0) {
    const search = withoutNoise(source, rest.slice(0, behind.start));
    if (search) return { search };
  }
  const searching = SEARCHES.test(verb);
  const found = about.anywhere(rest);
  const tail = found ? rest.slice(found.start + found.length) : searching ? rest : [];
  const onlyStatus = status.whole(tail) !== undefined;
  const search = onlyStatus ? "" : withoutNoise(source, tail);
  return search && (searching || isNamed(found, rest)) ? { search } : {};
}

/** Verbs that look for words rather than list what there is. */
export const SEARCHES = /search|find|look|where|تلاش|ڈہونڈ|سرچ|talash|dh?u?o*nd|dhund|khoj/;

/** "For" and "with" introduce other things too; they count only right behind the verb or a noun. */
function isNamed(found: { start: number; length: number } | null, rest: readonly Token[]): boolean {
  const word = found ? rest[found.start]?.norm : undefined;
  return word !== undefined && word !== "for" && word !== "with" && word !== "including";
}

function searchless(rest: readonly Token[]): readonly Token[] {
  const found = about.anywhere(rest);
  return found ? rest.slice(0, found.start) : [];
}

function withoutNoise(source: Source, tokens: readonly Token[]): string {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = noise.at(tokens, at);
    if (found) {
      at += found.length;
      continue;
    }
    const token = tokens[at];
    if (token && token.kind !== "mark") kept.push(token);
    at++;
  }
  return textOf(source, kept);
}

/** The second of two days that are the ends of a time: from Monday to Friday, peer se jume tak. */
function untilOf(said: Utterance): Filter["until"] {
  const [first, second] = said.dates.filter(({ when }) => when.day);
  if (!first || !second) return undefined;
  const around = said.tokens.slice(Math.max(first.start - 1, 0), second.end + 1);
  return around.some(({ norm }) => BETWEEN.has(norm)) ? second.when : undefined;
}

const BETWEEN = wordSet("between from to through till until se سے تک tak");

/** "Before Friday" and جمعے تک name one end of a time. */
function sideOf(said: Utterance): Filter["side"] {
  const mark = said.dates.find(({ when }) => when.day);
  if (!mark || mark.when.day?.kind === "move") return undefined;
  const words = said.tokens
    .slice(Math.max(mark.start - 1, 0), mark.end + 2)
    .map(({ norm }) => norm)
    .join(" ");
  if (/\bbefore\b|سے پہلے|se (pehle|pehlay|pahle)/.test(words)) return "before";
  if (/\b(by|until|till|tak)\b|(^| )تک( |$)/.test(words)) return "by";
  return /\bafter\b|(کے|سے) بعد|(ke|se|k) (baad|bad)\b/.test(words) ? "after" : undefined;
}

const PAST = new PhraseBook<true>([
  [
    {
      en: "did|was|were|had|have i done|yesterday|i did|i completed|i finished|got done",
      ur: "تھا|تھے|تھی|کیا تھا|کیے|کئے|کیے تھے|ہوئے|گزرا|گزشتہ|پچھلے|چکے",
      roman: "tha|the|thi|kiya tha|kiye|kiye the|hue|guzra|guzishta|pichle|chuke|kye",
    },
    true,
  ],
]);

/** Whether a sentence speaks of what was, which decides کل and پرسوں. */
function isPast(tokens: readonly Token[]): boolean {
  return PAST.anywhere(tokens) !== null;
}
