import { infinitive } from "../lexicon/errands";
import { numberWords, ordinalEndings, ordinalWords } from "../lexicon/numbers";
import { wordSet } from "../text/normalise";
import { type Reader, words } from "./pattern";
import * as days from "./words.days";
import * as links from "./words.links";
import * as repeats from "./words.repeats";
import * as times from "./words.times";

/** A date as numbers. */
export interface Numeric {
  day: number;
  month: number;
  year: number;
}

const number: Reader = (tokens, at) => {
  const token = tokens[at];
  return token?.kind === "number" && /^\d{1,3}$/.test(token.norm)
    ? { value: Number(token.norm), length: 1 }
    : null;
};
const numberWord = words(numberWords);
const ordinal = words(ordinalWords);
const article = words(links.articles);

/** 15th, 1st. */
const digitNth: Reader = (tokens, at) => {
  const digits = number(tokens, at);
  const ending = tokens[at + 1];
  return digits && ending && ordinalEndings.has(ending.norm) ? { ...digits, length: 2 } : null;
};

/** 15th, 1st, first, پہلی. */
const nth: Reader = (tokens, at) => {
  const digits = digitNth(tokens, at);
  if (digits) return digits;
  const word = ordinal(tokens, at);
  return word && (word.value as number) > 0 ? word : null;
};

/** Which of the weekdays of a month: 1st, third, آخری. */
const place: Reader = (tokens, at) => {
  const read = digitNth(tokens, at) ?? ordinal(tokens, at);
  return read && Math.abs((read.value as number) - 2) <= 3 ? read : null;
};

const clock: Reader = (tokens, at) => {
  const read = /^(\d{1,2})[:.](\d{2})$/.exec(tokens[at]?.norm ?? "");
  if (!read) return null;
  const [hour, minute] = [Number(read[1]), Number(read[2])];
  return hour < 24 && minute < 60 ? { value: { hour, minute }, length: 1 } : null;
};

const colonClock: Reader = (tokens, at) =>
  tokens[at]?.norm.includes(":") ? clock(tokens, at) : null;

const slashed: Reader = (tokens, at) => {
  const read = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(tokens[at]?.norm ?? "");
  if (!read) return null;
  // Pakistan writes the day first; a month above 12 shows that someone did not.
  const [a, b] = [Number(read[1]), Number(read[2])];
  const [day, month] = b > 12 ? [b, a] : [a, b];
  const year = Number(read[3]) + ((read[3]?.length ?? 4) === 2 ? 2000 : 0);
  return numeric({ day, month, year });
};

/** 5/12 without a year: half the fractions of the world look like it, so patterns want "on". */
const shortSlashed: Reader = (tokens, at) => {
  const read = /^(\d{1,2})\/(\d{1,2})$/.exec(tokens[at]?.norm ?? "");
  const [a, b] = [Number(read?.[1] ?? 0), Number(read?.[2] ?? 0)];
  return read && numeric(b > 12 ? { day: b, month: a, year: 0 } : { day: a, month: b, year: 0 });
};

const iso: Reader = (tokens, at) => {
  const read = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(tokens[at]?.norm ?? "");
  if (!read) return null;
  return numeric({ year: Number(read[1]), month: Number(read[2]), day: Number(read[3]) });
};

const exact: Reader = (tokens, at) =>
  /^\d{4}-\d{2}-\d{2}t/.test(tokens[at]?.norm ?? "")
    ? { value: tokens[at]?.norm.toUpperCase(), length: 1 }
    : null;

const year: Reader = (tokens, at) => {
  const read = /^20\d\d$/.exec(tokens[at]?.norm ?? "");
  return read ? { value: Number(read[0]), length: 1 } : null;
};

function numeric(value: Numeric): { value: Numeric; length: number } | null {
  const possible = value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31;
  return possible ? { value, length: 1 } : null;
}

const BEHIND_HOUR = wordSet("kar karo kr krdo kardo par pe pr tak ko کر کرو پر تک کو");

/** An hour in a word, where nothing stands behind it that it could count. */
const hourWord: Reader = (tokens, at) => {
  const word = numberWord(tokens, at);
  const next = word && tokens[at + word.length];
  const counts = next?.kind === "word" && !BEHIND_HOUR.has(next.norm);
  return word && (word.value as number) <= 12 && !counts ? word : null;
};

/** "At 5"; and "to 5", where something is moved there. */
const atHour: Reader = (tokens, at) => {
  if (tokens[at]?.norm !== "to" || !lastHour(tokens, at + 1)) return atHourWord(tokens, at);
  const moves = tokens.slice(0, at).some(({ norm }) => MOVES.has(norm));
  const rates = tokens.some(({ norm }) => norm === "priority");
  return moves && !rates ? { value: true, length: 1 } : null;
};
const atHourWord = words(links.atHourWords);
const MOVES = wordSet(
  "move push shift bring reschedule postpone delay change switch put moved pushed",
);

/** The hour that ends what is said. */
const lastHour: Reader = (tokens, at) => {
  const next = tokens[at + 1];
  const read = number(tokens, at);
  const ends = next === undefined || /^(?:[,،.!?؟۔;]|please|pls|instead)$/.test(next.norm);
  return read && ends && (read.value as number) <= 12 ? read : null;
};

/** "28 ko cake uthana hai", "bill bharna hai 25 tak": a day of the month, not a task's number. */
const bareDay: Reader = (tokens, at) => {
  const read = numberWord(tokens, at) ?? number(tokens, at);
  const ending = read && dayEnding(tokens, at + read.length);
  if (!read || !ending) return null;
  const verb = tokens.findIndex(
    ({ norm, fold }) => infinitive.ur.test(norm) || infinitive.roman.test(fold),
  );
  if (verb < 0 || NUMBERED.has(tokens[at - 1]?.norm ?? "")) return null;
  const length = read.length + ending.length;
  if (at === 0) return verb > 2 ? { ...read, length } : null;
  // "5 tak" is an hour, "25 tak" a day.
  const until = UNTIL.has(tokens[at + read.length]?.norm ?? "");
  return until && (read.value as number) <= 12 ? null : { ...read, length };
};
const NUMBERED = wordSet("task kaam kam number no # کام ٹاسک نمبر aur or اور , ،");
const UNTIL = wordSet("tak تک");
const dayEnding = words(days.dayEndings);

const byWord = words(links.byWords);

/** "By two days"; after a verb that puts off, "for two days" says the same. */
const by: Reader = (tokens, at) =>
  tokens[at]?.norm === "for" &&
  tokens.slice(0, at).some(({ norm }) => /^(snooze|postpone|delay|defer|push)$/.test(norm))
    ? { value: true, length: 1 }
    : byWord(tokens, at);

const anyDay = words([...days.weekdays, ...days.shortWeekdays]);

/** What the patterns may name. A digit at the end lets a pattern name the same thing twice. */
export const readers: Record<string, Reader> = {
  "{n}": (tokens, at) => number(tokens, at) ?? numberWord(tokens, at) ?? article(tokens, at),
  "{digits}": number,
  "{hourword}": hourWord,
  "{digitnth}": digitNth,
  "{digitday}": (tokens, at) => digitNth(tokens, at) ?? number(tokens, at),
  "{nth}": nth,
  "{place}": place,
  "{dayn}": (tokens, at) => nth(tokens, at) ?? number(tokens, at) ?? numberWord(tokens, at),
  "{clock}": clock,
  "{colon}": colonClock,
  "{slashed}": slashed,
  "{shortslash}": shortSlashed,
  "{iso}": iso,
  "{exact}": exact,
  "{year}": year,
  "{rel}": words(days.relativeDays),
  "{weekday}": words(days.weekdays),
  "{anyday}": anyDay,
  "{anyday2}": anyDay,
  "{anyday3}": anyDay,
  "{onsaturday}": words(days.onSaturday),
  "{wkd}": words(days.shortWeekdays),
  "{month}": words(days.months),
  "{unit}": words(days.units),
  "{which}": words(days.which),
  "{later}": words(days.later),
  "{ago}": words(days.ago),
  "{edge}": words(days.edges),
  "{edgeafter}": words(days.edgesAfter),
  "{weekend}": words(days.weekend),
  "{firstof}": words(days.firstOfMonth),
  "{dateword}": words(days.dateWords),
  "{dayko}": dayEnding,
  "{dayref}": bareDay,
  "{lasthour}": lastHour,
  "{part}": words(times.parts),
  "{noun}": words(times.partNouns),
  "{tonight}": words(times.tonight),
  "{named}": words(times.namedTimes),
  "{namedhour}": words(times.namedHours),
  "{ampm}": words(times.meridiems),
  "{oclock}": words(times.oclock),
  "{quarter}": words(times.quarters),
  "{every}": words(repeats.every),
  "{daily}": words(repeats.dailyBeforePart),
  "{rhythm}": words(repeats.rhythms),
  "{bothends}": words(repeats.bothEnds),
  "{times}": words(repeats.times),
  "{twice}": words(repeats.twice),
  "{per}": words(repeats.per),
  "{within}": words(repeats.within),
  "{other}": words(repeats.other),
  "{half}": words(links.half),
  "{andhalf}": words(links.andHalf),
  "{in}": words(links.inWords),
  "{next}": words(links.nextWords),
  "{firstthing}": words(times.firstThing),
  "{untilhour}": words(links.untilHour),
  "{shifted}": words(links.shifted),
  "{by}": by,
  "{further}": words(links.furtherWords),
  "{at}": words(links.atWords),
  "{athalf}": words(links.atHalfWords),
  "{athour}": atHour,
  "{on}": words(links.onWords),
  "{onthe}": words(links.onTheWords),
  "{inthe}": words(links.inTheWords),
  "{the}": words(links.theWords),
  "{of}": words(links.ofWords),
  "{and}": words(links.andWords),
  "{and2}": words(links.andWords),
  "{link}": words(links.linkWords),
};
