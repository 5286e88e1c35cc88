import { foldRoman, normaliseWord } from "./normalise";
import type { Token } from "./tokens";
import type { WordClasses, Wording } from "./wording";

/** A phrase found among tokens: what it means and how many tokens it takes. */
export interface Found<T> {
  value: T;
  length: number;
}

/** A set of phrases, each with a meaning, that finds the longest one at a place. */
export class PhraseBook<T> {
  readonly #plain = new Map<string, T>();
  readonly #roman = new Map<string, T>();
  #longest = 1;

  constructor(entries: Iterable<readonly [Wording, T]>, classes: WordClasses = {}) {
    for (const [wording, value] of entries) {
      for (const language of ["en", "ur", "roman"] as const) {
        for (const phrase of alternatives(wording[language], language, classes)) {
          this.#add(phrase, value, language === "roman");
        }
      }
    }
  }

  /** The longest phrase that begins at `start`. */
  at(tokens: readonly Token[], start: number): Found<T> | null {
    for (let length = Math.min(this.#longest, tokens.length - start); length > 0; length--) {
      const found = this.#look(tokens, start, length);
      if (found) return found;
    }
    return null;
  }

  /** The longest phrase that ends just before `end`. */
  endingAt(tokens: readonly Token[], end: number): Found<T> | null {
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

  #add(phrase: string, value: T, roman: boolean): void {
    const words = phrase.split(/\s+/).filter(Boolean);
    const key = words.map(roman ? foldRoman : plainKey).join(" ");
    const map = roman ? this.#roman : this.#plain;
    // The first meaning given wins, so that the order of the data says which one is meant.
    if (!map.has(key)) map.set(key, value);
    this.#longest = Math.max(this.#longest, words.length);
  }

  #look(tokens: readonly Token[], start: number, length: number): Found<T> | null {
    const span = tokens.slice(start, start + length);
    const plain = this.#plain.get(span.map((token) => token.norm).join(" "));
    if (plain !== undefined) return { value: plain, length };
    if (span.every((token) => token.fold === "")) return null;
    const roman = this.#roman.get(span.map((token) => token.fold || token.norm).join(" "));
    return roman === undefined ? null : { value: roman, length };
  }
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
