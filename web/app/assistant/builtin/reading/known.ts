import { englishStem } from "../lexicon/past";
import { silentWords } from "../lexicon/silent";
import { foldRoman, normaliseWord } from "../text/normalise";
import { soundOf } from "../text/sound";
import type { Token } from "../text/tokens";

/** A task that the person has. */
export interface KnownTask {
  id: number;
  title: string;
  completed: boolean;
}

/** How much a token speaks of a task that is there: 2 with all words of a title, 1 with some. */
export type Known = 0 | 1 | 2;

/** The forms by which a word is found again: its base, its sound in Latin letters, its consonants. */
function keysOf(word: string): string[] {
  const plain = normaliseWord(word);
  if (plain === "" || silentWords.has(plain)) return [];
  const latin = /^[a-z]+$/.test(plain);
  const sound = soundOf(plain);
  return [
    plain,
    ...(latin ? [`b:${englishStem(plain)}`, `r:${foldRoman(plain)}`] : []),
    ...(sound.length > 1 && plain.length > 3 ? [`c:${sound}`] : []),
  ];
}

/** Titles by their words, made once for a turn. */
export class KnownTitles {
  readonly #words = new Map<string, Set<number>>();
  readonly #sizes: number[] = [];

  constructor(tasks: readonly KnownTask[]) {
    tasks.forEach(({ title }, at) => {
      const words = title.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((word) => keysOf(word).length > 0);
      this.#sizes[at] = words.length;
      for (const key of words.flatMap(keysOf)) {
        const known = this.#words.get(key);
        if (known) known.add(at);
        else this.#words.set(key, new Set([at]));
      }
    });
  }

  /** What each token has to do with the titles. */
  match(tokens: readonly Token[]): Known[] {
    const titles = tokens.map((token) => this.#titlesOf(token));
    const met = new Map<number, number>();
    for (const found of titles) for (const at of found) met.set(at, (met.get(at) ?? 0) + 1);
    return titles.map((found) => {
      let best: Known = 0;
      for (const at of found) {
        const size = this.#sizes[at] ?? 0;
        const share = (met.get(at) ?? 0) / size;
        if (share >= 1) return 2;
        if (share >= 0.5) best = 1;
      }
      return best;
    });
  }

  #titlesOf(token: Token): ReadonlySet<number> {
    if (token.kind !== "word" || this.#words.size === 0) return NONE;
    const found = new Set<number>();
    for (const key of keysOf(token.norm))
      for (const at of this.#words.get(key) ?? []) found.add(at);
    return found;
  }
}

const NONE: ReadonlySet<number> = new Set();
