import type { Stretch } from "../builtin/reading/features";
import { type Model, part, rank, tag } from "../builtin/reading/read";
import { analyseSentence, stretchesOf, tagsOf, titlesFor } from "./cases";
import { mulberry } from "./learn";
import type { Sentence } from "./sentence";

/** How a model does on sentences. */
export interface Measure {
  sentences: number;
  /** Sentences of which everything is right. */
  whole: number;
  commands: number;
  /** Commands whose intent is right, and those whose words are all told rightly. */
  intents: number;
  tags: number;
  /** The same by what was wanted. */
  byIntent: ReadonlyMap<string, { count: number; right: number }>;
  /** What was taken for what: `add → unknown`, and how often. */
  confusions: ReadonlyMap<string, number>;
  /** For each tenth of probability how many intents were as sure, and how many of them right. */
  calibration: readonly { count: number; right: number }[];
}

/** Measures a model on sentences that it has not learned from. */
export function measure(
  model: Model,
  sentences: readonly Sentence[],
  isKnownWord: (word: string) => boolean,
): Measure {
  const dice = mulberry(11);
  const sum = { sentences: sentences.length, whole: 0, commands: 0, intents: 0, tags: 0 };
  const confusions = new Map<string, number>();
  const byIntent = new Map<string, { count: number; right: number }>();
  const calibration = Array.from({ length: 10 }, () => ({ count: 0, right: 0 }));
  for (const sentence of sentences) {
    const analysis = analyseSentence(sentence, titlesFor(sentence, dice), isKnownWord);
    const wanted = stretchesOf(sentence, analysis);
    const tags = tagsOf(sentence, analysis);
    let whole = startsOf(part(analysis, model.joints).stretches) === startsOf(wanted);
    wanted.forEach((stretch, at) => {
      const intent = sentence.intents[at] ?? "unknown";
      const [name = "", share = 0] =
        rank(analysis, { ...stretch, before: sentence.intents[at - 1] }, model.intents)[0] ?? [];
      const told = tag(analysis, stretch, intent, model.tags);
      const same = (place: number): boolean => told[place] === tags[place];
      const all = Array.from({ length: stretch.end - stretch.start }, (_, k) => stretch.start + k);
      const tenth = calibration[Math.min(9, Math.floor(share * 10))];
      sum.commands += 1;
      const own = byIntent.get(intent) ?? { count: 0, right: 0 };
      byIntent.set(intent, own);
      own.count += 1;
      if (tenth) tenth.count += 1;
      if (name === intent) {
        sum.intents += 1;
        own.right += 1;
        if (tenth) tenth.right += 1;
      } else {
        const confused = `${intent} → ${name}`;
        confusions.set(confused, (confusions.get(confused) ?? 0) + 1);
      }
      if (all.every(same)) sum.tags += 1;
      whole &&= name === intent && all.every(same);
    });
    if (whole) sum.whole += 1;
  }
  return { ...sum, byIntent, confusions, calibration };
}

const startsOf = (stretches: readonly Stretch[]): string =>
  stretches.map(({ start }) => start).join();
