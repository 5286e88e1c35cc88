import { dayFrom } from "./calendar";
import { type HourHint, hintIn, isRoman, wordsAt } from "./lexicon";
import { merge } from "./merge";
import { defaultPreferences, type Preferences } from "./preferences";
import { findAll, readWhole } from "./reader";
import { filterOf, type TimeFilter } from "./resolve/filter";

import { collect, type Meaning, type Setting } from "./resolve/meaning";
import { resolve } from "./resolve/resolve";
import type { Said } from "./said";
import { type Token, tokenise } from "./tokens";
import type { Point, Problem, TimeValue } from "./value";
import { localOf, minutesFrom } from "./zone";

export type { TimeFilter };

/** What a text is read against. */
export interface TimeContext {
  now: Date;
  /** IANA zone of the person. */
  timeZone: string;
  /** BCP 47; decides the preferences that are not given. */
  locale?: string;
  preferences?: Partial<Preferences>;
  /** Whether the text asks for what there is: "Friday" may be today, and a date of the past. */
  asks?: boolean;
  /** Whether the text tells of what has been: it decides which day کل is. */
  past?: boolean;
  /** Whether the text moves what has a date: "to 1900", "to December", "by two days". */
  moves?: boolean;
  /** Whether it is said to an assistant: "on Friday's agenda" is a day there. */
  spoken?: boolean;
  /** The due date of the task that is moved: it gives the day or the hour that is not said. */
  due?: Pick<Point, "day" | "time">;
  /** Places of the text, in UTF-16 units, that the person wants left as words. */
  literal?: readonly { start: number; end: number }[];
}

/** Words of a text that say when. */
export interface TimeSpan {
  /** Places in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The words themselves. */
  text: string;
  value: TimeValue | null;
  problems: readonly Problem[];
  /** What was said, to be put together with other spans by `combineTimes`. */
  said: Said;
  /** Which parts of a due date the words name. */
  says: { day: boolean; time: boolean };
  /** 1 could be part of a name, 2 is a time, 3 is marked as one by a preposition or postposition. */
  standing: 1 | 2 | 3;
}

/** What several spans of one text say together, and which of them were used. */
export interface Combined extends Meaning {
  used: TimeSpan[];
  says: { day: boolean; time: boolean };
}

/** All words of a text that say when, in their order. A phrase is read whole or not at all. */
export function findTimes(text: string, context: TimeContext): TimeSpan[] {
  const analysed = analyse(text);
  const { tokens, roman } = analysed;
  const setting = settingOf(context, analysed);
  const symbols = context.moves ? ["target", "time"] : context.asks ? ["asked", "time"] : ["time"];
  const isLiteral = ({ start, end }: Token): boolean =>
    context.literal?.some((place) => start < place.end && place.start < end) ?? false;
  const { asks, moves, spoken } = context;
  const found = findAll({ tokens, roman, asks, moves, spoken, isLiteral }, symbols);
  // "Ring the bell 3 times tomorrow": where nothing repeats, a count is of the thing.
  const repeats = found.some(({ said }) => said.repeat);
  const times = found.filter(({ said }) => repeats || said.count === undefined);
  return times.map(({ said, standing, ...at }) => {
    const [start, end] = [tokens[at.start]?.start ?? 0, tokens[at.end - 1]?.end ?? 0];
    let known: Meaning | undefined;
    // Of many times in a text few are looked at.
    const meaning = () => (known ??= resolve(withDue(said, context), setting));
    const is = { said, standing, says: saysOf(said), start, end, text: text.slice(start, end) };
    const value = { get: () => meaning().value, enumerable: true };
    const problems = { get: () => meaning().problems, enumerable: true };
    return Object.defineProperties(is, { value, problems }) as TimeSpan;
  });
}

/** Whether a word alone names a day, a month or an order: "Thursday", the "th" of "4th". */
export const isOfTime = (word: string): boolean =>
  /^(?:st|nd|rd|th)$/.test(word) ||
  wordsAt(tokenise(word), 0, false).some(({ symbol }) =>
    /^(?:wd.*|wkd|month|ord|rel|either)$/.test(symbol),
  );

/** A text in tokens. The same one is looked at several times in a row. */
interface Analysed {
  text: string;
  tokens: readonly Token[];
  roman: boolean;
  hint: HourHint | null;
}
let last: Analysed | null = null;

function analyse(text: string): Analysed {
  if (last?.text === text) return last;
  const tokens = tokenise(text);
  const roman = isRoman(tokens);
  last = { text, tokens, roman, hint: hintIn(tokens, roman) };
  return last;
}

function settingOf(context: TimeContext, { hint }: Analysed): Setting {
  const preferences = { ...defaultPreferences(context.locale), ...context.preferences };
  const { past = false, asks = false, timeZone } = context;
  const epoch = context.now.getTime();
  const now = localOf(epoch, timeZone);
  const calendar = { today: now.day, firstWeekday: preferences.firstWeekday, past, asks };
  return { now, epoch, timeZone, calendar, preferences, hint };
}

/** The parts of a due date that words name. */
function saysOf(said: Said): { day: boolean; time: boolean } {
  const { day, days, from, until, span, ahead, exact, repeat, clock, part, clocks } = said;
  return {
    day: Boolean(day ?? days ?? from ?? until ?? span ?? ahead ?? exact ?? repeat),
    time: Boolean(clock ?? part ?? clocks ?? ahead ?? exact),
  };
}

/** Lets a due date that is moved give what is not said: "to Friday" keeps the hour, "to 5" the day. */
function withDue(said: Said, { due }: TimeContext): Said {
  if (!due || said.repeat || said.special || said.shift) return said;
  const { day, time } = saysOf(said);
  if (time && !day) return { ...said, day: { find: () => dayFrom(due.day) } };
  if (!day || time || due.time === null || said.span) return said;
  return { ...said, clock: { minutes: minutesFrom(due.time), exact: true } };
}

/**
 * Puts the spans of one clause together: a day here and an hour there. Of two that speak of
 * different times the one that is marked as a time is meant, else the first; the other stays words.
 */
export function combineTimes(
  text: string,
  spans: readonly TimeSpan[],
  context: TimeContext,
): Combined {
  const order = [...spans].sort((one, two) => two.standing - one.standing || one.start - two.start);
  const setting = settingOf(context, analyse(text));
  const used: TimeSpan[] = [];
  let all: Said | null = null;
  for (const span of order) {
    const both: Said | null = all ? merge(all, span.said) : span.said;
    if (!both || (all && areParted(both, setting))) continue;
    all = both;
    used.push(span);
  }
  if (!all) return { value: null, problems: [], used, says: { day: false, time: false } };
  used.sort((one, two) => one.start - two.start);
  return { ...resolve(withDue(all, context), setting), used, says: saysOf(all) };
}

/** What a span means where one of the days is chosen that its words may mean; the rest stays. */
export function chooseDay(
  text: string,
  { said }: TimeSpan,
  day: string,
  context: TimeContext,
): TimeValue | null {
  const { choice: _, ...rest } = said;
  const meant = { ...rest, day: { find: () => dayFrom(day) } };
  return resolve(meant, settingOf(context, analyse(text))).value;
}

/** "Tomorrow … for Friday" are two days, though "tomorrow, Friday" would be one that is asked about. */
const areParted = (said: Said, setting: Setting): boolean =>
  said.day?.ahead !== undefined &&
  resolve(said, setting).problems.some(({ kind }) => kind === "contradiction");

const ENDS = /[.?!؟۔]+$/u;

/** What a text says as a whole, and the setting it is resolved in. */
function whole(text: string, context: TimeContext): { said: Said; setting: Setting } | null {
  const analysed = analyse(text.replace(ENDS, ""));
  const { tokens, roman } = analysed;
  if (tokens.length === 0) return null;
  // A few words may not show that they are Roman Urdu: "is saal" is no English.
  const symbols = context.moves ? ["shift", "ask"] : context.asks ? ["ask"] : ["ask", "shift"];
  const said = readWhole({ tokens, roman }, symbols) ?? readWhole({ tokens, roman: true }, symbols);
  return said && { said, setting: settingOf(context, analysed) };
}

/**
 * Reads a phrase that must be a time as a whole: what a task is moved to. Numbers, months and short
 * days stand alone here, and due dates may be put off. Several times are parted by semicolons.
 *
 * @returns null where a word of it is not read
 */
export function readWhen(text: string, context: TimeContext): Omit<Combined, "used"> | null {
  const phrases = text.split(/[;؛]/u);
  const read = phrases.map((phrase) => whole(phrase, context));
  const meanings = read.flatMap((one) =>
    one ? [{ ...resolve(withDue(one.said, context), one.setting), says: saysOf(one.said) }] : [],
  );
  const [first] = meanings;
  if (!first || meanings.length < phrases.length) return null;
  if (meanings.length === 1) return first;
  return { ...collect(meanings), says: first.says };
}

/**
 * Reads a phrase that filters tasks: "this week", "in December", "within two weeks", "before Friday",
 * "overdue", "without a date".
 *
 * @returns null where a word of it is not read, or it names no days
 */
export function readFilter(text: string, context: TimeContext): TimeFilter | null {
  const read = whole(text, { ...context, asks: true });
  return read && filterOf(read.said, read.setting);
}

/**
 * The days that the times of a question name together; null where they name none. With `asks` false
 * a date that has passed this year is one of the next.
 */
export function filterTimes(
  text: string,
  spans: readonly TimeSpan[],
  context: TimeContext,
): TimeFilter | null {
  const setting = settingOf({ asks: true, ...context }, analyse(text));
  const all = spans.reduce<Said | null>(
    (said, span) => (said ? merge(said, span.said) : span.said),
    null,
  );
  return all && filterOf(all, setting);
}
