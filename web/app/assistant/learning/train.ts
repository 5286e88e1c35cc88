import type { Analysis } from "../builtin/reading/analyse";
import { TAGS } from "../builtin/reading/features";
import { hashOf, type Linear, readLinear } from "../builtin/reading/linear";
import { type Model, rank } from "../builtin/reading/read";
import type { StoredModel } from "../builtin/reading/weights";
import { analyseSentence, type Lessons, lessonsOf, titlesFor } from "./cases";
import { type Case, learn, mulberry } from "./learn";
import type { PublicSentence } from "./public-sets";
import { INTENTS, type Sentence } from "./sentence";

/** A word that occurs in fewer sentences has no weights of its own. */
const WORD_LEAST = 5;
/** How often a word that is not frequent is taken for an unknown one, so that those are learned too. */
const DROPPED = 0.25;
const FREQUENT = 40;
/** How much a sentence of a public set counts beside one of ours. */
const PUBLIC_WEIGHT = 0.4;
/** How sure the first model must be of which of its intents a public sentence has. */
const PUBLIC_SURE = 0.75;
const INTENT_LEARNING = { rounds: 12, decay: 1e-5, least: 3, prune: 0.2, seed: 2 };

/** Commands that name tasks are learned twice, with other tasks about. */
const NAMING = /^(?:complete|reopen|delete|update|find|restore)$/;

/**
 * Learns the three models from sentences. The same sentences give the same weights: all chance comes
 * from fixed seeds. That of a sentence is its own, so that one more leaves the others as they were.
 */
export function train(own: readonly Sentence[], others: readonly PublicSentence[]): StoredModel {
  const counts = countWords(own);
  const known = (word: string): boolean => (counts.get(word) ?? 0) >= WORD_LEAST;
  const seenBy =
    (dice: () => number) =>
    (word: string): boolean =>
      known(word) && ((counts.get(word) ?? 0) > FREQUENT || dice() > DROPPED);
  const lessons: Lessons = { joints: [], intents: [], tags: [] };
  for (const sentence of own) {
    const rounds = sentence.intents.some((intent) => NAMING.test(intent)) ? 2 : 1;
    for (let round = 0; round < rounds; round += 1) {
      const dice = mulberry(hashOf(sentence.text) + round);
      const analysis = analyseSentence(sentence, titlesFor(sentence, dice), seenBy(dice));
      addTo(lessons, lessonsOf(sentence, analysis), 1);
    }
  }
  if (others.length > 0) learnPublic(lessons, others, seenBy);
  return {
    words: hashesOf([...counts.keys()].filter((word) => known(word) && !word.startsWith("<"))),
    joints: learn(["none", "item", "clause"], lessons.joints, {
      rounds: 12,
      decay: 1e-5,
      least: 2,
      prune: 0.1,
      seed: 1,
    }),
    intents: learn(INTENTS, lessons.intents, INTENT_LEARNING),
    tags: learn(TAGS, lessons.tags, { rounds: 8, decay: 1e-5, least: 3, prune: 0.2, seed: 3 }),
  };
}

/** The models of a file, ready to read with. */
export const modelOf = ({ joints, intents, tags }: StoredModel): Model => ({
  joints: readLinear(joints),
  intents: readLinear(intents),
  tags: readLinear(tags),
});

/** Public sets part intents otherwise: which of ours is meant a first model says, where it is sure. */
function learnPublic(
  lessons: Lessons,
  others: readonly PublicSentence[],
  seenBy: (dice: () => number) => (word: string) => boolean,
): void {
  const first = readLinear(learn(INTENTS, lessons.intents, { ...INTENT_LEARNING, rounds: 6 }));
  for (const { sentence, among, marked } of others) {
    const dice = mulberry(hashOf(sentence.text));
    const titles = titlesFor({ ...sentence, intents: among }, dice);
    const analysis = analyseSentence(sentence, titles, seenBy(dice));
    const intent = oneOf(among, analysis, first);
    if (intent === null) continue;
    const taught = lessonsOf({ ...sentence, intents: [intent] }, analysis);
    addTo(
      lessons,
      { joints: [], intents: taught.intents, tags: marked ? taught.tags : [] },
      PUBLIC_WEIGHT,
    );
  }
}

function oneOf(among: readonly string[], analysis: Analysis, model: Linear): string | null {
  const [only, ...more] = among;
  if (more.length === 0) return only ?? null;
  const stretch = { start: 0, end: analysis.symbols.length };
  const ranked = rank(analysis, stretch, model).filter(([name]) => among.includes(name));
  const total = ranked.reduce((sum, [, share]) => sum + share, 0);
  const [name = "", share = 0] = ranked[0] ?? [];
  return share / total >= PUBLIC_SURE ? name : null;
}

function addTo(lessons: Lessons, taught: Lessons, weight: number): void {
  const weighed = (cases: readonly Case[]): Case[] =>
    weight === 1 ? [...cases] : cases.map((one) => ({ ...one, weight }));
  lessons.joints.push(...weighed(taught.joints));
  lessons.intents.push(...weighed(taught.intents));
  lessons.tags.push(...weighed(taught.tags));
}

/** In how many sentences each word is, as features write it. */
function countWords(sentences: readonly Sentence[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const { symbols } = analyseSentence(sentence, [], () => true);
    for (const word of new Set(symbols)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function hashesOf(words: readonly string[]): string {
  const hashes = Uint32Array.from(words.map(hashOf).sort((a, b) => a - b));
  return Buffer.from(hashes.buffer).toString("base64");
}
