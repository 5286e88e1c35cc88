import { isContent, isFunction } from "./lexer";
import { determiners, verbs, wordsAt } from "./lexicon";
import * as around from "./lexicon/around";
import type { Said } from "./said";
import type { Token } from "./tokens";

/*
 * Whether words of time are a time where they stand, or part of a name: "Monday report", "the 2nd
 * floor", "daily report", "the 10 am radio show", صبح کی سیر.
 */

const isVerb = (token: Token | undefined): boolean => token !== undefined && verbs.has(token.plain);

const isDeterminer = (token: Token | undefined): boolean =>
  token !== undefined && (determiners.has(token.plain) || token.owner);

/** Whether a token counts: 3, three, تین. */
const isNumber = (token: Token | undefined): boolean =>
  token?.kind === "number" ||
  (token !== undefined && wordsAt([token], 0, true).some(({ symbol }) => symbol === "num"));

/** What stands around words that could be a time. */
export interface Place {
  tokens: readonly Token[];
  start: number;
  end: number;
  roman: boolean;
  /** Whether the text asks for tasks: "today's tasks" are those of today. */
  asks?: boolean;
  /** Whether it moves them: "move today's tasks". */
  moves?: boolean;
  /** Whether it is said to somebody who keeps tasks: "put it on Friday's agenda". */
  spoken?: boolean;
}

/** How surely words of time are one: 0 are words of a name, 1 could be, 2 are, 3 are marked so. */
export function standingOf(said: Said, place: Place): 0 | 1 | 2 | 3 {
  const { tokens, start, end } = place;
  const [before, last, next] = [tokens[start - 1], tokens[end - 1], tokens[end]];
  if (brokenOff(said, place) || isName(place) || isOfYear(said, next)) return 0;
  if (last?.owner && isContent(next) && !place.asks && !isOfTasks(place)) return 0;
  if (said.adjective && Object.keys(said).length === 2 && !standsAsRule(place)) return 0;
  if (isBarePart(said) && (isGenitive(place) || around.PRAYERS.has(next?.plain ?? ""))) return 0;
  if (isBareOrdinal(said, last) && isContent(next) && !isVerb(next)) return 0;
  if (said.marked) return 3;
  const owned = last?.owner && isOfTasks(place);
  if (isContent(next) && !isVerb(next) && !owned && belongsToNext(said, place)) return 0;
  if (isDeterminer(before) && isContent(next) && !isOfTasks(place)) return 0;
  return next && around.GENITIVE.has(next.plain) ? 1 : 2;
}

/** "Watch The Day After Tomorrow": within a sentence a little word with a capital is of a name. */
function isName({ tokens, start, end }: Place): boolean {
  let first = start;
  while (tokens[first]?.capital && tokens[first - 1]?.capital) first -= 1;
  const within = tokens[first - 1]?.kind === "word" || tokens[first - 1]?.kind === "number";
  return (
    within &&
    tokens.slice(first, end).some((token) => token.capital && around.IN_NAMES.has(token.plain))
  );
}

/** "The 2025 report", "friends from 2001 college": a year alone is of the thing behind it. */
const isOfYear = ({ span }: Said, next: Token | undefined): boolean =>
  span?.unit === "year" && Boolean(span.year) && isContent(next) && !isVerb(next);

/** "Today's tasks" are those of today, where the text is about tasks; "tomorrow's agenda" is a thing. */
const isOfTasks = ({ tokens, start, end, asks, moves, spoken }: Place): boolean =>
  (asks || moves || (spoken && around.ONTO.has(tokens[start - 1]?.plain ?? ""))) === true &&
  around.TASKS.has(tokens[end]?.plain ?? "");

const NTH = /^\d+(?:st|nd|rd|th)$/;

/** A part of a phrase is never read alone: "the last of Friday", "5 or Monday". */
function brokenOff(said: Said, { tokens, start, end, asks }: Place): boolean {
  const before = tokens[start - 1];
  const next = tokens[end];
  // "All of today's tasks", "a deadline of Monday": there "of" leads to a time.
  const of =
    before?.plain === "of" &&
    (tokens[end - 1]?.owner || around.DUE.has(tokens[start - 2]?.plain ?? ""));
  const ordinal = !isFunction(tokens[start]) && NTH.test(before?.plain ?? "");
  const glued = before && (around.GLUE_BEFORE.has(before.plain) || ordinal);
  // "Every 1st and 3rd Monday": of a list all is read, or nothing.
  if (around.AND.has(before?.plain ?? "") && NTH.test(tokens[start - 2]?.plain ?? "")) return true;
  if (glued && !of) return true;
  // "Two days before the exam": what the distance is from was not read.
  const distance = (said.ahead ?? said.day?.ahead) && end - start > 1;
  const [twoBefore, first, last] = [tokens[start - 2], tokens[start], tokens[end - 1]];
  // "Mahine ke pehle hafte mein": which week is not read.
  const genitive = around.GENITIVE.has(twoBefore?.plain ?? "");
  if (genitive && around.WHICH_OF.test(before?.plain ?? "")) return true;
  const that = around.ORDERS.has(twoBefore?.plain ?? "");
  if (distance && before && around.ANCHOR.has(before.plain) && !that) return true;
  // "For 3 Fridays" is no rule of Fridays.
  if (said.repeat && isNumber(before) && /days$/.test(first?.plain ?? "")) return true;
  // "Do teen din mein" is two days or three.
  if (distance && isNumber(before) && isNumber(first)) return true;
  if (before?.plain === "to" && twoBefore?.plain === "up") return true;
  if (before?.plain === "up" && first?.plain === "to") return true;
  // "Every blue Friday", "every third blue Friday": a word in between was not read.
  const opening = twoBefore && around.ORDINAL.test(twoBefore.plain) ? tokens[start - 3] : twoBefore;
  const anew = around.EVERY.has(first?.plain ?? "");
  if (opening && around.EVERY.has(opening.plain) && isContent(before) && !anew) return true;
  const joined = (token: Token | undefined) => token?.glued && /^[-–—/%:.+]$/.test(token.plain);
  if (joined(next) && tokens[end + 1]?.glued) return true;
  if (next?.glued && next.kind === "number") return true;
  if (before && joined(before) && tokens[start]?.glued) return true;
  if (next?.plain === "%" || (isNumber(last) && around.UNITS.has(next?.plain ?? ""))) return true;
  if (said.end && !said.part && tokens.slice(0, start).some(isNumbering)) return true;
  // "By two days", "by two friends": so many things, and no hour.
  if (
    (said.role ?? said.end) &&
    said.clock?.exact === false &&
    isNumber(last) &&
    !/^\d+\D/.test(last?.plain ?? "") &&
    !said.part &&
    around.COUNTED.test(next?.plain ?? "")
  )
    return true;
  // "Ask about 3 bedroom flats", "around 5 people".
  const count =
    isNumber(last) && /^(?:about|around|roughly|approx|approximately)$/.test(first?.plain ?? "");
  if (count && end - start === 2 && isContent(next) && !isVerb(next)) return true;
  if (next && around.THOSE_OF.has(next.plain)) return !asks;
  return next !== undefined && around.GLUE_BEHIND.has(next.plain);
}

const isNumbering = ({ plain }: Token): boolean => around.NUMBERING.has(plain);

/** "Daily report" is a thing, "daily walk the dog" a rule, and so is what is not an adjective. */
function standsAsRule({ tokens, start, end: first, roman }: Place): boolean {
  const last = tokens[first - 1];
  const before = tokens[start - 1];
  // "Daily, weekly and monthly charts".
  let end = first;
  const chained = () => around.AND.has(tokens[end]?.plain ?? "") && end < first + 8;
  while (chained() && isAdjective(tokens, end + 1, roman)) end += 2;
  const next = tokens[end];
  const after = tokens[end + 1];
  if (isDeterminer(before) && isContent(next)) return false;
  if (!isContent(next) || around.ADDING.has(next?.plain ?? "")) return true;
  if (roman && last?.plain === "daily") return true;
  // "Daily walk the dog", ماہانہ کرنا; but a daily walk, and the weekly review on Fridays.
  const acts = isVerb(next) && (isContent(after) || isDeterminer(after));
  return acts || /(?:نا|کر|کرو)$/.test(next?.plain ?? "");
}

const isAdjective = (tokens: readonly Token[], at: number, roman: boolean): boolean =>
  wordsAt(tokens, at, roman).some(({ symbol }) => symbol === "adj");

const isBarePart = (said: Said): boolean =>
  said.part !== undefined && !said.day && !said.clock && !said.repeat && !said.span;

/** صبح کی سیر is a walk; شام کے لیے is a time. */
function isGenitive({ tokens, end }: Place): boolean {
  const next = tokens[end];
  const after = tokens[end + 1];
  if (!next || !around.GENITIVE.has(next.plain)) return false;
  return after === undefined || !around.AFTER_GENITIVE.has(after.plain);
}

/** "The 5th", "every 15th": of no month, and perhaps of a thing. */
function isBareOrdinal({ day, repeat, except }: Said, last: Token | undefined): boolean {
  const named = day ?? except?.at(-1)?.day;
  const numbered = named?.day !== undefined ? named.month === undefined : repeat?.bymonthday;
  return Boolean(numbered) && around.ORDINAL.test(last?.plain ?? "");
}

/** Whether a weekday or an hour names what follows: behind a verb or a determiner it does. */
function belongsToNext(said: Said, { tokens, start, end, roman }: Place): boolean {
  const opening = start === 0 || (start === 1 && around.ADDING.has(tokens[0]?.plain ?? ""));
  const before = opening ? undefined : tokens[start - 1];
  const { day, span } = said;
  // "Email weekend plans".
  const weekday =
    (span?.unit === "weekend" && end - start === 1) ||
    (day?.weekday !== undefined && day.day === undefined && !day.week && day.nth === undefined);
  // "Write end of year report".
  if (day?.find && !said.clock && isVerb(before)) return true;
  // "Plan Saturday night dinner", behind a verb.
  if (weekday && !said.clock && said.part) return isVerb(before);
  if (weekday && !said.clock) {
    if (roman || !/^[a-z]/.test(tokens[end - 1]?.plain ?? "")) return false;
    if (opening) return !hasClock(tokens, end);
    return isVerb(before) || isDeterminer(before) || isFunction(before);
  }
  const hour = said.clock && !day && !said.end;
  return Boolean(hour) && (isVerb(before) || isDeterminer(before)) && end - start < 3;
}

/** "Friday dentist 3pm": another time of the text shows that the day is one as well. */
function hasClock(tokens: readonly Token[], from: number): boolean {
  return tokens
    .slice(from, from + 60)
    .some(({ plain }) => /^\d{1,2}(?::\d\d|[ap]m)/.test(plain) || plain === "at");
}

/** How far a time reaches back over words that only hold it: a bracket, "on". */
export function reach({ tokens, start, end }: Place): [number, number] {
  const opens = tokens[start - 1]?.plain ?? "";
  const closes = tokens[end]?.plain ?? "";
  const paired = (opens === "(" && closes === ")") || (opens === "[" && closes === "]");
  if (paired) return [start - 1, end + 1];
  // "Kal 5 baje ki meeting" is a meeting.
  const genitive = tokens[end] && around.GENITIVE.has(closes) && end + 1 < tokens.length;
  return [start, genitive ? end + 1 : end];
}
