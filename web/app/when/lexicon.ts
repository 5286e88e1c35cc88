import type { Reading } from "./chart";
import { askingWords } from "./lexicon/asking";
import { dayWords } from "./lexicon/days";
import { hourHints, hourWords } from "./lexicon/hours";
import { linkWords } from "./lexicon/links";
import * as named from "./lexicon/names";
import { numberWords } from "./lexicon/numbers";
import { repeatWords } from "./lexicon/repeats";
import { foldSound, plainWord } from "./spelling";
import type { Token } from "./tokens";

/** What a word or a phrase of the lexicon is. */
interface Entry {
  /** The words behind the first one, in the form they are compared in. */
  rest: readonly string[];
  symbol: string;
  value: unknown;
  /** Compared by sound, as Roman Urdu is. */
  roman: boolean;
  /** Read only where the text is Roman Urdu. */
  guarded: boolean;
}

/** Words, each by its first one. */
type Book = Map<string, Entry[]>;

const keyOf = (roman: boolean, word: string): string => (roman ? `~${word}` : word);

function addLine(book: Book, line: string): void {
  const at = line.indexOf(": ") < 0 ? line.indexOf(":") : line.indexOf(": ");
  const [symbol = "", said = ""] = line.slice(0, at).split(" ");
  const value = said === "" || Number.isNaN(Number(said)) ? said : Number(said);
  line
    .slice(at + 1)
    .split(" | ")
    .forEach((words, column) => {
      for (const phrase of words.split(/, |,$/)) {
        addPhrase(book, phrase, symbol, value, column === 2);
        if (column === 0 && MISTYPED.has(symbol))
          for (const slip of slipsOf(phrase.trim())) addPhrase(book, slip, symbol, value, false);
      }
    });
}

/** What is read although it is mistyped: long words that are like no others. */
const MISTYPED: ReadonlySet<string> = new Set(["rel", "wday", "wdays", "month", "partn"]);

/** A word with two letters exchanged, "wendesday", or with one left out, "satuday". */
const slipsOf = (word: string): string[] =>
  /^[a-z]{6,}$/.test(word)
    ? [...word].slice(1).flatMap((letter, at) => {
        const [head, before, tail] = [word.slice(0, at), word[at] ?? "", word.slice(at + 2)];
        const swapped = letter === before ? [] : [head + letter + before + tail];
        return word.length < 7 ? swapped : [...swapped, head + letter + tail];
      })
    : [];

function addPhrase(book: Book, said: string, symbol: string, value: unknown, roman: boolean): void {
  const phrase = said.trim().replace(/[|]$/, "").trim();
  const guarded = /.~$/.test(phrase);
  const [first, ...rest] = phrase
    .replace(/(?<=.)~$/, "")
    .split(" ")
    .map((word) => (roman ? foldSound(word) : plainWord(word) || word));
  if (!first) return;
  const key = keyOf(roman, first);
  const entry = { rest, symbol, value, roman, guarded };
  const known = book.get(key);
  if (known) known.push(entry);
  else book.set(key, [entry]);
}

function readBook(...texts: readonly string[]): Book {
  const book: Book = new Map();
  for (const line of texts.join("\n").split("\n")) {
    if (line.trim() !== "") addLine(book, line);
  }
  return book;
}

const times = readBook(numberWords, dayWords, hourWords, repeatWords, linkWords, askingWords);
// A comma is between the words of a line; as a word of its own it stands here.
addPhrase(times, ",", "comma", 1, false);
addPhrase(times, ",", "and", 1, false);
for (const said of [", and", ", &", ", aur", "،", "، اور"]) addPhrase(times, said, "and", 1, false);
const hints = readBook(hourHints);
const nameBook: Book = new Map();
for (const name of named.names.split(/[,\n]/)) addPhrase(nameBook, name, "name", 1, false);
for (const name of named.romanNames.split(/[,\n]/)) addPhrase(nameBook, name, "name", 1, true);

const wordSet = (said: string): ReadonlySet<string> => {
  const words = said.split(/[,\n]/).map((word) => word.trim());
  return new Set([...words, ...words.map(plainWord)].filter((word) => word !== ""));
};

export const numbered = wordSet(named.numbered);
export const determiners = wordSet(named.determiners);
export const functionWords = wordSet(named.functionWords);
export const verbs = wordSet(named.verbs);
const sounds = (said: string) => new Set([...wordSet(said)].map(foldSound));
/** Verbs before which a number is an hour: صبح ۶ اٹھنا, "subah 6 kar do". */
export const closing = sounds(named.closing);
const romanSigns = sounds(named.romanSigns);
const englishWords = wordSet(named.englishWords);

/** Whether words of a text show that it is Roman Urdu. */
export const isRoman = (tokens: readonly Token[]): boolean =>
  tokens.some(({ plain, sound }) => romanSigns.has(sound) && !englishWords.has(plain));

const NONE: readonly Reading[] = [];

/** The readings of what begins at a token. */
function lookUp(book: Book, tokens: readonly Token[], at: number, roman: boolean) {
  const token = tokens[at];
  if (!token || token.kind === "quote") return NONE;
  const plain = book.get(token.plain);
  const sound = token.sound === "" ? undefined : book.get(`~${token.sound}`);
  if (!plain && !sound) return NONE;
  const found: Reading[] = [];
  for (const entries of [plain, sound])
    for (const entry of entries ?? []) {
      const { rest, symbol, value } = entry;
      if ((entry.guarded && !roman) || !followsBy(entry, tokens, at)) continue;
      found.push({ symbol, end: at + 1 + rest.length, value, weight: 0 });
    }
  return found;
}

/** Whether the words behind the first one of an entry stand behind a token. */
function followsBy({ rest, roman }: Entry, tokens: readonly Token[], at: number): boolean {
  for (let place = 0; place < rest.length; place += 1) {
    const next = tokens[at + 1 + place];
    if (!next || rest[place] !== (roman ? next.sound : next.plain)) return false;
  }
  return true;
}

/** What the lexicon knows to begin at a token. */
export const wordsAt = (tokens: readonly Token[], at: number, roman: boolean): readonly Reading[] =>
  lookUp(times, tokens, at, roman);

/** The token behind a name that begins here, or 0: "Black Friday", اتوار بازار. */
export const nameEnd = (tokens: readonly Token[], at: number): number =>
  lookUp(nameBook, tokens, at, true).reduce((longest, { end }) => Math.max(longest, end), 0);

/** Hours of the day between which words point: breakfast, school, prayers. */
export interface HourHint {
  from: number;
  to: number;
  /** Whether it is at no other hour, also where that has passed: no breakfast is in the evening. */
  firm: boolean;
}

/** The hours of the day that words of a text point to, 4 to 11 where it speaks of breakfast. */
export function hintIn(tokens: readonly Token[], roman: boolean): HourHint | null {
  for (let at = 0; at < tokens.length; at += 1) {
    const [hint] = lookUp(hints, tokens, at, roman);
    if (!hint) continue;
    const [from = 0, to = 24] = String(hint.value).split("-").map(Number);
    return { from, to, firm: hint.symbol === "hint" };
  }
  return null;
}
