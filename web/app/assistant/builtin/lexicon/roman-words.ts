import { dayWords } from "#app/when/lexicon/days";
import { hourWords } from "#app/when/lexicon/hours";
import { foldRoman } from "../text/normalise";
import type { Wording } from "../text/wording";
import { clearings, fieldNames } from "./changes";
import { closings } from "./closings";
import { openings } from "./commands";
import { errandVerbs } from "./errands";
import { questions, taskNouns } from "./fillers";
import { namedPriorities, statuses } from "./filters";
import { lightVerbs } from "./light-verbs";
import { wholeMessages } from "./whole";

/** The words of days and hours, whose lines are `symbol: English | Urdu | Roman Urdu`. */
const timeWords = `${dayWords}\n${hourWords}`
  .split("\n")
  .map((line) => line.slice(line.indexOf(": ") + 2).split(" | "))
  .map(([en = "", , roman = ""]) => {
    // What is marked is Urdu only beside other Urdu.
    const plain = roman.split(",").filter((phrase) => !phrase.includes("~"));
    return [{ en, roman: plain.join("|") }, null] as const;
  });

const sources: readonly (readonly (readonly [Wording, unknown])[])[] = [
  closings,
  openings,
  taskNouns,
  wholeMessages,
  clearings,
  questions,
  timeWords,
  Object.values(lightVerbs).map((wording) => [wording, null] as const),
];

const wordsIn = (language: "en" | "roman"): string[] =>
  sources.flat().flatMap(([wording]) => (wording[language] ?? "").split(/[^a-z]+/));
const english = new Set([
  ...wordsIn("en"),
  ...[...fieldNames, ...statuses, ...namedPriorities].flatMap(([{ en = "" }]) =>
    en.split(/[^a-z]+/),
  ),
]);

/** Words that only the Roman Urdu of the lexicon has: they tell the language of a message. */
export const onlyRoman: readonly string[] = [...new Set(wordsIn("roman"))].filter(
  (word) => word.length > 2 && !english.has(word) && !errandVerbs.has(word),
);

/** The Roman Urdu words of commands and dates, and the longer ones by their consonants. */
const known = new Set<string>();
const byConsonants = new Map<string, string[]>();
for (const [wording] of sources.flat()) {
  for (const word of (wording.roman ?? "").split(/[^a-z]+/)) {
    const folded = foldRoman(word);
    const key = consonants(folded);
    if (known.has(folded) || folded === "") continue;
    known.add(folded);
    if (folded.length > 3 && key.length > 1) {
      byConsonants.set(key, [...(byConsonants.get(key) ?? []), folded]);
    }
  }
}

/**
 * Chat drops vowels: sbha, krwa, dkhao, mkml. Gives the shortest word of the lexicon that has the
 * same consonants and all the vowels that were written, or the word itself.
 */
export function fillVowels(folded: string): string {
  // A last y is any of the short vowels: agly, kry, jaldy.
  if (/[^aeiou]y$/.test(folded)) {
    const stem = folded.slice(0, -1);
    const spelt = [`${stem}e`, `${stem}i`];
    return spelt.find((word) => known.has(word)) ?? folded;
  }
  const key = consonants(folded);
  // A word with its vowels is what it is; two consonants may be anything, unless no syllable can
  // begin with them: hta, bna, lga.
  const written = folded.length - key.length;
  const clipped = key.length === 2 && folded.length > 2 && folded.startsWith(key);
  if (known.has(folded) || (key.length < 3 && !clipped) || (!clipped && written >= key.length))
    return folded;
  const candidates = (byConsonants.get(key) ?? []).filter((word) => isWithin(folded, word));
  return candidates.sort((a, b) => a.length - b.length)[0] ?? folded;
}

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, "");
}

/** Whether the letters of one word stand in another in their order, from the same beginning. */
function isWithin(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
