import type { Reading } from "./chart";
import { closing, determiners, functionWords, nameEnd, numbered, wordsAt } from "./lexicon";
import { ADDING, COUNTS, MEASURES, RATIOS, READING } from "./lexicon/around";
import { type ClockSaid, hourSaid, shapesAt } from "./shapes";
import type { Token } from "./tokens";

/** Whether nothing more of a clause follows a token. */
export const endsClause = (next: Token | undefined): boolean =>
  next === undefined ||
  (next.kind === "mark" && !/[-–—/%]/.test(next.plain)) ||
  isFunction(next) ||
  ADDING.has(next.plain) ||
  closing.has(next.plain) ||
  closing.has(next.sound);

/** Whether a word carries no thing of its own: "with", "please", کو. */
export const isFunction = (token: Token | undefined): boolean =>
  token !== undefined && (functionWords.has(token.plain) || functionWords.has(token.sound));

/** Whether a word names or describes a thing. */
export const isContent = (token: Token | undefined): boolean =>
  token !== undefined && token.kind !== "mark" && token.kind !== "number" && !isFunction(token);

/** Whether the number behind a token counts or names something: "chapter 5", "Rs. 5.50". */
const numbers = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  if (!token) return false;
  // "Rs." and "No." have a full stop of their own.
  const before = token.plain === "." && token.glued ? tokens[at - 1] : token;
  return before !== undefined && (numbered.has(before.plain) || numbered.has(before.sound));
};

/** What single words and numbers of a text may be, at each of its places. */
export function lex(tokens: readonly Token[], roman: boolean): Reading[][] {
  const all: Reading[][] = [];
  let name = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    name = Math.max(name, nameEnd(tokens, at));
    if (at < name) {
      all.push([]);
      continue;
    }
    const known = [...wordsAt(tokens, at, roman)];
    if (tokens[at]?.kind === "number") known.push(...timesAt(tokens, at, roman));
    if (known.length > 0) addInPlace(tokens, at, known);
    all.push(known);
  }
  return all;
}

/** Whether letters of the Latin script and digits are one word: "B3-1-10X", "A4". */
const isOneWord = (one: Token | undefined, next: Token | undefined): boolean =>
  next?.glued === true &&
  [one, next].some((token) => token?.kind === "word" && /[a-z]/i.test(token.plain));

/** What a number may be beside the words around it: "chapter 5" and 0300 1234567 are no time. */
function timesAt(tokens: readonly Token[], at: number, roman: boolean): Reading[] {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (isOneWord(before, token) || isOneWord(token, next)) return [];
  const long = /^\d{4}$/.test(token?.plain ?? "");
  if (long && [before, next].some((beside) => /^\d{3,}$/.test(beside?.plain ?? ""))) return [];
  const shapes = shapesAt(tokens, at);
  const free = isFree(tokens, at, roman);
  const read = before?.capital && READING.has(tokens[at - 2]?.plain ?? "");
  const ratio = read || RATIOS.has(before?.plain ?? "");
  return shapes.filter(
    ({ symbol }) => (free || (!long && !COUNTS.has(symbol))) && !(ratio && symbol === "hm"),
  );
}

/**
 * Whether a number is not of what stands before it: "chapter 5" and "flight PK 305" are, "shop 2
 * days" and "class 5-6pm" are not.
 */
function isFree(tokens: readonly Token[], at: number, roman: boolean): boolean {
  const before = tokens[at - 1];
  const code = before?.kind === "word" && before.plain.length < 4;
  if (!numbers(tokens, at - 1) && !(code && numbers(tokens, at - 2))) return true;
  const [dash, end] = [tokens[at + 1], tokens[at + 2]];
  const range = dash?.glued && end?.glued && /^[-–—]$/.test(dash.plain);
  if (range && (/^\d.*[ap]m?$/.test(end.plain) || isFree(tokens, at + 2, roman))) return true;
  return wordsAt(tokens, at + 1, roman).some(({ symbol }) => MEASURES.has(symbol));
}

/** What words are only where they stand: an hour at the end of a clause, Fri behind a noun. */
function addInPlace(tokens: readonly Token[], at: number, known: Reading[]): void {
  const count = known.length;
  const before = tokens[at - 1];
  const behindNoun = isContent(before) && !determiners.has(before?.plain ?? "");
  for (let place = 0; place < count; place += 1) {
    const { symbol, end, value } = known[place] as Reading;
    const add = (as: string, what = value) =>
      known.push({ symbol: as, end, value: what, weight: 0 });
    if (symbol === "num" && tokens[at]?.kind === "word") add("numword");
    if (symbol === "dotted" && isPlainClock(value as ClockSaid)) add("soloclock");
    if (!ENDING.has(symbol) || !endsClause(tokens[end])) continue;
    if (symbol === "hm") add("hrend");
    else if (symbol === "num" && Number(value) <= 24) add("hrend", hourSaid(Number(value)));
    else if (symbol === "wkd" && Number(value) < 6 && behindNoun) add("wdend");
  }
}

/** What is a time of its own at the end of a clause. */
const ENDING: ReadonlySet<string> = new Set(["num", "hm", "wkd"]);

/** 17.30 is an hour by itself; 2.10 and 5.50 may be versions and prices. */
const isPlainClock = ({ minutes }: ClockSaid): boolean => minutes >= 780 && minutes % 5 === 0;
