import { addedThen, addingWords } from "../lexicon/added";
import { changeNoise, clearings, descriptionNouns, fieldNames } from "../lexicon/changes";
import { closings, obligations } from "../lexicon/closings";
import { openings } from "../lexicon/commands";
import { correctionOpenings } from "../lexicon/corrections";
import { englishClasses } from "../lexicon/english-classes";
import { errandVerbs, infinitive } from "../lexicon/errands";
import { listNoise, questions, taskNouns } from "../lexicon/fillers";
import {
  aboutAfter,
  aboutBefore,
  barePriorities,
  categoryAfter,
  categoryBefore,
  namedPriorities,
  repeating,
  statuses,
} from "../lexicon/filters";
import { lightVerbs } from "../lexicon/light-verbs";
import { particles, postpositions, unwanted } from "../lexicon/particles";
import {
  everything,
  neighbours,
  numberNouns,
  placeNouns,
  plurals,
  pronouns,
} from "../lexicon/references";
import { counting, figures } from "../lexicon/statistics";
import { politeClosings, politeOpenings, wholeMessages } from "../lexicon/whole";
import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import type { Wording } from "../text/wording";

type Entries = readonly (readonly [Wording, unknown])[];

/** The classes of words that a reading is made of, each with the phrases in it. */
const BOOKS: readonly [name: string, entries: Entries, valued: boolean][] = [
  ["open", openings, true],
  ["close", closings, true],
  ["must", obligations, false],
  ["tasks", taskNouns, false],
  ["ask", questions, false],
  ["state", statuses, true],
  ["priority", namedPriorities, false],
  ["urgent", barePriorities, true],
  ["in-list", categoryBefore, false],
  ["list", categoryAfter, false],
  ["about", aboutBefore, false],
  ["about", aboutAfter, false],
  ["repeats", repeating, false],
  ["it", pronouns, false],
  ["they", plurals, false],
  ["all", everything, false],
  ["place", placeNouns, false],
  ["beside", neighbours, false],
  ["number", numberNouns, false],
  ["field", fieldNames, true],
  ["clear", clearings, false],
  ["note", descriptionNouns, false],
  ["change", changeNoise, false],
  ["look", listNoise, false],
  ["count", counting, false],
  ["figures", figures, false],
  ["polite", politeOpenings, false],
  ["polite", politeClosings, false],
  ["particle", particles, false],
  ["unwanted", unwanted, false],
  ["talk", wholeMessages, true],
  ["rather", correctionOpenings, false],
  ["added", addedThen, false],
];

/** The classes that a phrase is in, by their places in the list above. */
type Named = readonly (readonly [place: number, name: string])[];

const book = new PhraseBook<Named>(
  BOOKS.flatMap(([name, entries, valued], place) =>
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
  const byPlace: ClassSpan[][] = BOOKS.map(() => []);
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
function isInfinitive(norm: string, fold: string): boolean {
  if (infinitive.except.has(norm) || infinitive.except.has(fold)) return false;
  if (/[\u0600-\u06ff]/.test(norm)) return infinitive.ur.test(norm) && norm.length > 2;
  return fold.length > 3 && infinitive.roman.test(fold);
}
