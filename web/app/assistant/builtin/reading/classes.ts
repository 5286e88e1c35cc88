import { addingWords } from "../lexicon/added";
import { classBooks } from "../lexicon/classes";
import { englishClasses } from "../lexicon/english-classes";
import { errandVerbs, infinitive } from "../lexicon/errands";
import { lightVerbs } from "../lexicon/light-verbs";
import { postpositions } from "../lexicon/particles";
import { foldRoman } from "../text/normalise";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";

/** The classes that a phrase is in, by their places in the list above. */
type Named = readonly (readonly [place: number, name: string])[];

const book = new PhraseBook<Named>(
  classBooks.flatMap(([name, entries, valued], place) =>
    entries.map(
      ([wording, value]) => [wording, [[place, valued ? `${name}:${value}` : name]]] as const,
    ),
  ),
  { ...lightVerbs, ...englishClasses, ...addingWords },
  (first, second) => [
    ...first,
    ...second.filter(([place]) => !first.some(([known]) => known === place)),
  ],
);

/** A phrase of the lexicon among tokens. */
export interface ClassSpan {
  name: string;
  start: number;
  end: number;
}

/** The phrases of the lexicon in some tokens: of each class the longest at each place. */
export function findClasses(tokens: readonly Token[]): ClassSpan[] {
  const byPlace: ClassSpan[][] = classBooks.map(() => []);
  for (let start = 0; start < tokens.length; start += 1)
    for (const { value, length } of book.allAt(tokens, start))
      for (const [place, name] of value) {
        const spans = byPlace[place] ?? [];
        if ((spans.at(-1)?.end ?? 0) <= start) spans.push({ name, start, end: start + length });
      }
  const found = byPlace.flat();
  tokens.forEach(({ kind, norm, fold }, start) => {
    if (kind !== "word") return;
    const end = start + 1;
    if (errandVerbs.has(norm)) found.push({ name: "errand", start, end });
    // "Turbine", "machine": a Roman infinitive in -ne leads on to what it is for.
    const next = tokens[start + 1]?.norm ?? "";
    const leads = !/ne$/.test(norm) || fold === "" || LEADS.test(next);
    if (leads && isInfinitive(norm, fold)) found.push({ name: "infinitive", start, end });
    if (postpositions.has(norm)) found.push({ name: "of", start, end });
  });
  return found;
}

const LEADS =
  /^(?:k|ka|ki|ke|kay|ko|se|say|mein|me|par|pe|tak|wal[aei]|h|ha|hy|hai|hain|hon|hun|hoon|ga|ge|gi|do|den?|dein|dena|lag.*|ja.*|aa?.*|bhi|hi|na|nahi|the|tha|thi|par.*|cha.*)$/;

/** Whether a word is an Urdu infinitive such as لانا or karna. */
export function isInfinitive(norm: string, fold = foldRoman(norm)): boolean {
  if (infinitive.except.has(norm) || infinitive.except.has(fold)) return false;
  if (/[\u0600-\u06ff]/.test(norm)) return infinitive.ur.test(norm) && norm.length > 2;
  return fold.length > 3 && infinitive.roman.test(fold);
}
