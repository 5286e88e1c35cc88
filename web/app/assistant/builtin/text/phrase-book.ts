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
  /** By the first two letters of phrases how many words the longest has: most places have none. */
  readonly #heads = new Map<string, number>();
  #longest = 1;

  /**
   * @param both the meaning of a phrase that is given twice; without it the first one, so that the
   *   order of the data says which one is meant
   */
  constructor(
    entries: Iterable<readonly [Wording, T]>,
    classes: WordClasses = {},
    both: (first: T, second: T) => T = (first) => first,
  ) {
    for (const [wording, value] of entries) {
      for (const language of ["en", "ur", "roman"] as const) {
        for (const phrase of alternatives(wording[language], language, classes)) {
          this.#add(phrase, value, language, both);
        }
      }
    }
  }

  /** The longest phrase that begins at `start`. */
  at(tokens: readonly Token[], start: number): Found<T> | null {
    const [found] = this.allAt(tokens, start);
    return found ?? null;
  }

  /** The phrases that begin at `start`, the longest first, each by all that it may mean. */
  allAt(tokens: readonly Token[], start: number): Found<T>[] {
    const first = tokens[start];
    if (!first) return [];
    const most = Math.max(
      this.#heads.get(head(first.norm)) ?? 0,
      this.#heads.get(head(first.fold)) ?? 0,
    );
    const found: Found<T>[] = [];
    let english = "";
    let urdu = "";
    let roman = "";
    let folded = false;
    for (let length = 1; length <= most; length += 1) {
      const token = tokens[start + length - 1];
      if (!token || token.norm === "") break;
      english = length === 1 ? token.norm : `${english} ${token.norm}`;
      urdu += token.norm;
      roman += token.fold || token.norm;
      folded ||= token.fold !== "";
      const keyed = folded ? this.#roman.get(length === 1 ? roman : foldRoman(roman)) : undefined;
      for (const value of [keyed, this.#urdu.get(urdu), this.#english.get(english)])
        if (value !== undefined) found.push({ value, length });
    }
    return found.reverse();
  }

  /** The longest phrase that ends just before `end`. */
  endingAt(tokens: readonly Token[], end: number): Found<T> | null {
    for (let length = Math.min(this.#longest, end); length > 0; length--) {
      const value = this.whole(tokens.slice(end - length, end));
      if (value !== undefined) return { value, length };
    }
    return null;
  }

  /** The meaning of exactly these tokens. */
  whole(tokens: readonly Token[]): T | undefined {
    return this.allAt(tokens, 0).find(({ length }) => length === tokens.length)?.value;
  }

  /** The first phrase anywhere, with where it begins. */
  anywhere(tokens: readonly Token[]): (Found<T> & { start: number }) | null {
    for (let start = 0; start < tokens.length; start++) {
      const found = this.at(tokens, start);
      if (found) return { ...found, start };
    }
    return null;
  }

  #add(phrase: string, value: T, language: keyof Wording, both: (first: T, second: T) => T): void {
    const words = phrase.split(/\s+/).filter(Boolean);
    const [map, key] =
      language === "en"
        ? [this.#english, words.map(keyOf).join(" ")]
        : language === "ur"
          ? [this.#urdu, words.map(keyOf).join("")]
          : [this.#roman, romanKey(words.map(foldOf), foldOf)];
    const known = map.get(key);
    map.set(key, known === undefined ? value : both(known, value));
    // Urdu may be written in more words than the phrase has.
    const most = language === "en" ? words.length : words.length + APART;
    for (const length of [1, 2]) {
      const begins = key.slice(0, length);
      this.#heads.set(begins, Math.max(this.#heads.get(begins) ?? 0, most));
    }
    this.#longest = Math.max(this.#longest, most);
  }
}

/** So many words more than in the lexicon a phrase may be written in. */
const APART = 2;

/** Folded words as one, folded again where they meet: hata and yein are hatayein. */
function romanKey(folded: readonly string[], fold = foldRoman): string {
  const [only] = folded;
  return folded.length === 1 && only !== undefined ? only : fold(folded.join(""));
}

/** Keeps what a function gives for a word of the lexicon: its phrases have the same few words. */
function remembered(make: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const made = known.get(word) ?? make(word);
    known.set(word, made);
    return made;
  };
}

const foldOf = remembered(foldRoman);
const keyOf = remembered(plainKey);

const head = (word: string): string => word.slice(0, 2);

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
