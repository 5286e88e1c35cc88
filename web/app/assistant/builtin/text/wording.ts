/** Ways to say one thing; alternatives are divided by `|`. Roman Urdu is compared by its sound. */
export interface Wording {
  en?: string;
  ur?: string;
  roman?: string;
}

/** Phrases of which it matters only whether one of them was said. */
export type Phrases = readonly (readonly [Wording, true])[];

/** Named sets of alternatives that a wording may use as `{name}`. */
export type WordClasses = Record<string, Wording>;
