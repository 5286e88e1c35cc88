import type { Analysis } from "./analyse";
import {
  followFeatures,
  intentFeatures,
  isJoint,
  jointFeatures,
  type Stretch,
  TAGS,
  type Tag,
  tagFeatures,
} from "./features";
import { type Linear, scores, softmax } from "./linear";
import { addressEnd, isApart, opensAnother, opensNext, opensReminder, opensSo } from "./parting";

/** The three parts of what was learned. */
export interface Model {
  joints: Linear;
  intents: Linear;
  tags: Linear;
}

/** What may be wanted of a stretch of a message. */
export interface Reading extends Stretch {
  intent: string;
  probability: number;
  /** The intents and their probabilities, the best first. */
  ranked: readonly (readonly [string, number])[];
  /** What each token of the message is, where it is in the stretch. */
  tags: readonly Tag[];
  /** Joints between things of one command. */
  breaks: readonly number[];
}

/** Reads a message: where it is parted, what each part wants, and what each word is in it. */
export function read(analysis: Analysis, model: Model): Reading[] {
  const { stretches, breaks } = part(analysis, model.joints);
  let before: string | undefined;
  return stretches.map((place) => {
    const stretch = { ...place, before };
    const ranked = rank(analysis, stretch, model.intents);
    const [intent = "unknown", probability = 0] = ranked[0] ?? [];
    const within = breaks.filter((at) => at >= stretch.start && at < stretch.end);
    const tags = tag(analysis, stretch, intent, model.tags);
    before = intent;
    return { ...stretch, intent, probability, ranked, tags, breaks: within };
  });
}

/** Nobody gives more orders at once; what is behind them is one. */
const COMMANDS_MAX = 24;

/** Where a message is parted into commands, and commands into things. */
export function part(
  analysis: Analysis,
  model: Linear,
): { stretches: Stretch[]; breaks: number[] } {
  const length = analysis.symbols.length;
  const stretches: Stretch[] = [];
  const breaks: number[] = [];
  let start = addressEnd(analysis);
  for (let at = start; at < length; at += 1) {
    if (!isJoint(analysis, at)) continue;
    const shares = softmax(scores(model, jointFeatures(analysis, at)));
    const [none = 0, item = 0, clause = 0] = shares;
    const line = isApart(analysis, start, at);
    const told = [opensReminder, opensAnother, opensNext, opensSo].some((opens) =>
      opens(analysis, start, at),
    );
    const parts = (told || (clause > none && clause > item)) && at > start;
    if (parts && stretches.length < COMMANDS_MAX - 1) {
      stretches.push({ start, end: at });
      start = at;
    } else if (parts || line || item > none) breaks.push(at);
  }
  if (start < length || stretches.length === 0) stretches.push({ start, end: length });
  return { stretches, breaks };
}

/** What a stretch may want, the likeliest first. */
export function rank(
  analysis: Analysis,
  stretch: Stretch,
  model: Linear,
): (readonly [string, number])[] {
  const shares = softmax(scores(model, intentFeatures(analysis, stretch)));
  return model.classes
    .map((name, at) => [name, shares[at] ?? 0] as const)
    .sort((a, b) => b[1] - a[1]);
}

/** The likeliest row of tags for a stretch (Viterbi). */
export function tag(analysis: Analysis, stretch: Stretch, intent: string, model: Linear): Tag[] {
  const count = TAGS.length;
  let best = new Float64Array(count);
  const back: Int8Array[] = [];
  for (let at = stretch.start; at < stretch.end; at += 1) {
    const base = scores(model, tagFeatures(analysis, at, stretch, intent));
    const next = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
    const from = new Int8Array(count);
    const befores = at === stretch.start ? ["^"] : TAGS;
    befores.forEach((before, place) => {
      const follow = scores(model, followFeatures(before, intent, analysis.symbols[at] ?? ""));
      const shares = softmax(base.map((sum, own) => sum + (follow[own] ?? 0)));
      for (let own = 0; own < count; own += 1) {
        const sum = (best[place] ?? 0) + Math.log((shares[own] ?? 0) + 1e-12);
        if (sum > (next[own] ?? 0)) {
          next[own] = sum;
          from[own] = place;
        }
      }
    });
    best = next;
    back.push(from);
  }
  const tags = new Array<Tag>(analysis.symbols.length).fill("O");
  let own = best.indexOf(Math.max(...best));
  for (let at = stretch.end - 1; at >= stretch.start; at -= 1) {
    tags[at] = TAGS[own] ?? "O";
    own = back[at - stretch.start]?.[own] ?? 0;
  }
  return tags;
}
