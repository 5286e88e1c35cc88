import { errandVerbs, infinitive } from "../lexicon/errands";
import { taskNouns } from "../lexicon/fillers";
import { wordSet } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import { afterDate, beforeDate, readWhen } from "./patterns";
import type { When } from "./when";

/** A stretch of tokens that says when. */
export interface DateMark {
  start: number;
  end: number;
  when: When;
}

const taskNoun = new PhraseBook(taskNouns);

/** Finds everything in an utterance that says when, with the little words that belong to it. */
export function recogniseDates(tokens: readonly Token[]): DateMark[] {
  const marks: DateMark[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found =
      tokens[at]?.kind === "quote" ? null : (hourFrom(tokens, at) ?? longest(tokens, at));
    if (!found || isNounAfterAll(tokens, at, found.length, found.value)) {
      at++;
      continue;
    }
    const last = marks.at(-1);
    const end = at + found.length;
    const behind = behindDate(tokens, end);
    // جمعے کی رات: the word between two dates belongs to them.
    const between = tokens[last?.end ?? 0]?.norm ?? "";
    const links = LINKS.has(between) || (between === "to" && opensSpan(tokens, marks));
    const linked = last && at === last.end + 1 && links;
    const start = linked ? last.end : aheadOfDate(tokens, at, last?.end ?? 0);
    marks.push({ start, end: end + behind, when: found.value });
    at = end + behind;
  }
  return marks;
}

/** The tokens that do not say when. */
export function undated(
  tokens: readonly Token[],
  marks: readonly DateMark[] = recogniseDates(tokens),
): Token[] {
  return tokens.filter((_, at) => !marks.some(({ start, end }) => at >= start && at < end));
}

const LINKS = wordSet("ka ki ke k se کا کی کے سے , ،");

/** "From Tuesday 5pm to …": whether the marks end in one that says where something begins. */
export function opensSpan(tokens: readonly Token[], marks: readonly DateMark[]): boolean {
  let at = marks.length - 1;
  while (at > 0 && marks[at - 1]?.end === marks[at]?.start) at--;
  return tokens[marks[at]?.start ?? 0]?.norm === "from";
}

/** The "from 9" of "from 9 to 10am", an hour by what it goes to. */
function hourFrom(tokens: readonly Token[], at: number): ReturnType<typeof readWhen> {
  const [from, hour, to] = tokens.slice(at, at + 3).map(({ norm }) => norm);
  if (from !== "from" || to !== "to" || !/^(?:[1-9]|1[0-2])$/.test(hour ?? "")) return null;
  const until = readWhen(tokens, at + 3)?.value.clock;
  if (!until?.half) return null;
  const turns = Number(hour) % 12 > until.hour % 12;
  const half = turns ? (until.half === "am" ? "pm" : "am") : until.half;
  return { value: { clock: { hour: Number(hour), minute: 0, half } }, length: 2 };
}

/** "By 5 December" could be "by 5", but the reading that takes more is meant. */
function longest(tokens: readonly Token[], at: number): ReturnType<typeof readWhen> {
  const direct = readWhen(tokens, at);
  const skipped = direct ? (beforeDate(tokens, at)?.length ?? 0) : 0;
  const later = skipped > 0 ? readWhen(tokens, at + skipped) : null;
  if (!direct || !later || skipped + later.length <= direct.length) return direct;
  return { value: later.value, length: skipped + later.length };
}

/** One `When` from several marks; of two that say the same thing the first is meant. */
export function mergeWhens(marks: readonly DateMark[]): When {
  const all: When = {};
  for (const mark of [...marks].reverse()) Object.assign(all, mark.when);
  // Of "weekly … every Friday" the rule that says more is meant.
  const [rule] = marks
    .flatMap(({ when: { repeat } }) => repeat ?? [])
    .sort((a, b) => b.rule.length - a.rule.length);
  if (rule) all.repeat = rule;
  const days = marks.map((mark) => mark.when.day);
  const week = days.find((day) => day?.kind === "span" && day.unit === "week");
  const weekday = days.find((day) => day?.kind === "weekday");
  // "Next week on Tuesday" is one day, said in two pieces.
  if (week?.kind === "span" && weekday?.kind === "weekday") {
    return { ...all, day: { ...weekday, week: week.shift } };
  }
  return { ...all, ...onItsDay(all) };
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** "Monthly … on the 15th", "weekly … on Friday": the day belongs to the rule. */
function onItsDay({ repeat, day, often }: When): When {
  if (often) return {};
  if (repeat?.rule === "FREQ=MONTHLY" && day?.kind === "monthday")
    return { repeat: { rule: `FREQ=MONTHLY;BYMONTHDAY=${day.day}` } };
  if (repeat?.rule === "FREQ=WEEKLY" && day?.kind === "weekday")
    return { repeat: { rule: `FREQ=WEEKLY;BYDAY=${CODES[day.weekday - 1]}` } };
  return {};
}

function aheadOfDate(tokens: readonly Token[], at: number, floor: number): number {
  for (let start = Math.max(floor, at - 3); start < at; start++) {
    const read = beforeDate(tokens.slice(0, at), start);
    if (read && start + read.length === at) return aheadOfDate(tokens, start, floor);
  }
  return at;
}

function behindDate(tokens: readonly Token[], end: number): number {
  return afterDate(tokens, end)?.length ?? 0;
}

const GENITIVE = new Set("کا کی کے ka ki ke k kay".split(" "));
const AFTER_GENITIVE = new Set(
  "لیے لییے liye lie lye baad bad وقت time waqt بعد دن din".split(" "),
);
const PLACE = new Set(
  "one task item todo kaam wala wale wali کام والا والے والی number نمبر".split(" "),
);

/** Whether what looks like a date names a thing: صبح کی سیر, "the 2nd one", "the weekly report". */
function isNounAfterAll(tokens: readonly Token[], at: number, length: number, when: When): boolean {
  const last = tokens[at + length - 1]?.index ?? 0;
  const next = tokens[at + length]?.index === last + 1 ? tokens[at + length] : undefined;
  const is = (token: Token | undefined, words: ReadonlySet<string>): boolean =>
    token !== undefined && (words.has(token.norm) || words.has(token.fold));
  if (when.day?.kind === "monthday" && is(next, PLACE)) return true;
  if (when.repeat && length === 1 && next?.kind === "word") return isAdjective(tokens, at);
  if (!when.part || when.day || when.clock || when.repeat || !is(next, GENITIVE)) return false;
  const after = tokens[at + length + 1];
  // شام کے کام are the tasks of the evening.
  if (taskNoun.at(tokens, at + length + 1)) return false;
  return after === undefined || !(is(after, AFTER_GENITIVE) || after.kind === "number");
}

const isVerb = (token: Token): boolean =>
  infinitive.roman.test(token.fold) && token.fold.length > 3;

const DOES = wordSet("kar karo karna karein krna krdo kardo kr ho hona bana rakho do");

/** "Daily" before a noun belongs to it; before a verb, a preposition or another date it does not. */
function isAdjective(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  const next = tokens[at + 1];
  if (!word || !next || !/ly$/.test(word.norm)) return false;
  if (taskNoun.at(tokens, at + 1) || /^(thing|habit|one|routine|event)$/.test(next.norm))
    return false;
  if (DOES.has(next.norm)) return false;
  if (next.fold !== "") return !isVerb(next) && readWhen(tokens, at + 1) === null;
  if (/^(the|a|an|my|our|this|your)$/.test(tokens[at - 1]?.norm ?? "")) return true;
  if (/^(at|on|in|by|from|for|to|and|before|after|until|starting|please|with)$/.test(next.norm))
    return false;
  // "Weekly report" and "quarterly review with …" are things; "daily walk the dog" is a rhythm.
  const object = tokens[at + 2];
  const noun =
    !object || object.kind === "mark" || /^(with|for|of|at|on|by|due)$/.test(object.norm);
  return (noun || !errandVerbs.has(next.norm)) && readWhen(tokens, at + 1) === null;
}
