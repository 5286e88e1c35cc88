import { foldSound, plainWord } from "#app/when/spelling";
import type { Token } from "#app/when/tokens";
import { replyWords, type Sense, type Words } from "./lexicon";

/** A phrase found among tokens: what it means, and how many tokens it takes. */
export interface Found<T> {
  value: T;
  length: number;
}

/** "Yesss" and "nooo" are "yes" and "no". */
const squeeze = (text: string): string => text.replace(/(.)\1+/gu, "$1");

/**
 * Phrases in three forms of writing, each with a meaning. The first meaning that is given to a
 * phrase holds. Urdu is written together or apart at will (کر دو, کردو, kar do, kardo).
 */
class PhraseBook<T> {
  readonly #english = new Map<string, T>();
  readonly #urdu = new Map<string, T>();
  readonly #roman = new Map<string, T>();
  #longest = 1;

  constructor(entries: Iterable<readonly [T, Words]>) {
    for (const [value, { en = "", ur = "", roman = "" }] of entries) {
      for (const words of phrasesIn(en))
        this.#add(this.#english, squeeze(words.map(plainWord).join(" ")), value, words);
      for (const words of phrasesIn(ur))
        this.#add(this.#urdu, words.map(plainWord).join(""), value, words);
      for (const words of phrasesIn(roman))
        this.#add(this.#roman, squeeze(words.map(foldSound).join("")), value, words);
    }
  }

  /** The longest phrase that begins at a place. */
  at(tokens: readonly Token[], start: number): Found<T> | null {
    for (let length = Math.min(this.#longest, tokens.length - start); length > 0; length -= 1) {
      const span = tokens.slice(start, start + length);
      if (span.some(({ plain }) => plain === "")) continue;
      const value =
        this.#english.get(squeeze(span.map(({ plain }) => plain).join(" "))) ??
        this.#urdu.get(span.map(({ plain }) => plain).join("")) ??
        (span.every(({ sound }) => sound !== "")
          ? this.#roman.get(squeeze(span.map(({ sound }) => sound).join("")))
          : undefined);
      if (value !== undefined) return { value, length };
    }
    return null;
  }

  #add(map: Map<string, T>, key: string, value: T, words: readonly string[]): void {
    if (!map.has(key)) map.set(key, value);
    this.#longest = Math.max(this.#longest, words.length);
  }
}

const phrasesIn = (alternatives: string): string[][] =>
  alternatives === "" ? [] : alternatives.split("|").map((phrase) => phrase.split(" "));

/** Phrases of one meaning. */
export class PhraseSet extends PhraseBook<true> {
  constructor(words: readonly Words[]) {
    super(words.map((each) => [true, each] as const));
  }
}

const replies = new PhraseBook<Sense>(replyWords);

/** The longest phrase of a reply that begins at a place. */
export const findPhrase = (tokens: readonly Token[], start: number): Found<Sense> | null =>
  replies.at(tokens, start);

/** What a single word says in a reply. */
export function findWord(word: string): Sense | null {
  const sound = /^[a-z]+$/.test(word) ? foldSound(word) : "";
  const token = { plain: word, sound } as Token;
  return replies.at([token], 0)?.value ?? null;
}
