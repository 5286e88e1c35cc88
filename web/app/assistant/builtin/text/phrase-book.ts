import { foldRoman, normaliseWord } from "./normalise";
import type { Token } from "./tokens";
import type { WordClasses, Wording } from "./wording";

/** A phrase found among tokens: what it means and how many tokens it takes. */
export interface Found<T> {
  value: T;
  length: number;
}

/**
 * A set of phrases, each with a meaning, that finds the longest one at a place. Urdu is written
 * together or apart at will (ہو گیا, ہوگیا, kar do, kardo), so there spaces do not count.
 */
export class PhraseBook<T> {
  readonly #english = new Map<string, T>();
  readonly #urdu = new Map<string, T>();
  readonly #roman = new Map<string, T>();
  /** The first and the last letters of all phrases: most places are ruled out by them alone. */
  readonly #heads = new Set<string>();
  readonly #tails = new Set<string>();
  #longest = 1;

  constructor(entries: Iterable<readonly [Wording, T]>, classes: WordClasses = {}) {
    for (const [wording, value] of entries) {
      for (const language of ["en", "ur", "roman"] as const) {
        for (const phrase of alternatives(wording[language], language, classes)) {
          this.#add(phrase, value, language);
        }
      }
    }
  }

  /** The longest phrase that begins at `start`. */
  at(tokens: readonly Token[], start: number): Found<T> | null {
    const first = tokens[start];
    if (!first || !(this.#heads.has(head(first.norm)) || this.#heads.has(head(first.fold))))
      return null;
    for (let length = Math.min(this.#longest, tokens.length - start); length > 0; length--) {
      const found = this.#look(tokens, start, length);
      if (found) return found;
    }
    return null;
  }

  /** The longest phrase that ends just before `end`. */
  endingAt(tokens: readonly Token[], end: number): Found<T> | null {
    const last = tokens[end - 1];
    if (!last || !(this.#tails.has(tail(last.norm)) || this.#tails.has(tail(last.fold))))
      return null;
    for (let length = Math.min(this.#longest, end); length > 0; length--) {
      const found = this.#look(tokens, end - length, length);
      if (found) return found;
    }
    return null;
  }

  /** The meaning of exactly these tokens. */
  whole(tokens: readonly Token[]): T | undefined {
    if (tokens.length === 0 || tokens.length > this.#longest) return undefined;
    return this.#look(tokens, 0, tokens.length)?.value;
  }

  /** The first phrase anywhere, with where it begins. */
  anywhere(tokens: readonly Token[]): (Found<T> & { start: number }) | null {
    for (let start = 0; start < tokens.length; start++) {
      const found = this.at(tokens, start);
      if (found) return { ...found, start };
    }
    return null;
  }

  #add(phrase: string, value: T, language: keyof Wording): void {
    const words = phrase.split(/\s+/).filter(Boolean);
    const [map, key] =
      language === "en"
        ? [this.#english, words.map(plainKey).join(" ")]
        : language === "ur"
          ? [this.#urdu, words.map(plainKey).join("")]
          : [this.#roman, romanKey(words.map(foldRoman))];
    // The first meaning given wins, so that the order of the data says which one is meant.
    if (!map.has(key)) map.set(key, value);
    for (const length of [1, 2]) {
      this.#heads.add(key.slice(0, length));
      this.#tails.add(key.slice(-length));
    }
    this.#longest = Math.max(this.#longest, words.length);
  }

  #look(tokens: readonly Token[], start: number, length: number): Found<T> | null {
    const span = tokens.slice(start, start + length);
    if (span.some((token) => token.norm === "")) return null;
    const value =
      this.#english.get(span.map((token) => token.norm).join(" ")) ??
      this.#urdu.get(span.map((token) => token.norm).join("")) ??
      (span.every((token) => token.fold === "")
        ? undefined
        : this.#roman.get(romanKey(span.map((token) => token.fold || token.norm))));
    return value === undefined ? null : { value, length };
  }
}

/** Folded words as one, folded again where they meet: hata and yein are hatayein. */
function romanKey(folded: readonly string[]): string {
  const [only] = folded;
  return folded.length === 1 && only !== undefined ? only : foldRoman(folded.join(""));
}

function head(word: string): string {
  return word.slice(0, 2);
}

function tail(word: string): string {
  return word.slice(-2);
}

function plainKey(word: string): string {
  return normaliseWord(word) || word;
}

function alternatives(
  wording: string | undefined,
  language: keyof Wording,
  classes: WordClasses,
): string[] {
  if (!wording) return [];
  return wording.split("|").flatMap((phrase) => expand(phrase.trim(), language, classes));
}

function expand(phrase: string, language: keyof Wording, classes: WordClasses): string[] {
  const slot = /\{(\w+)\}/.exec(phrase);
  if (!slot) return [phrase];
  return alternatives(classes[slot[1] ?? ""]?.[language], language, classes).flatMap((filler) =>
    expand(phrase.replace(slot[0], filler), language, classes),
  );
}
