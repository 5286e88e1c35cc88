import { hashOf, readLinear, type StoredLinear } from "./linear";
import type { Model } from "./read";
import stored from "./weights.json";

/** What `npm run train` writes. */
export interface StoredModel extends Record<keyof Model, StoredLinear> {
  /** Hashes of the words that have weights of their own: unsigned, 32 bits each, in base64. */
  words: string;
}

let weights: Model | undefined;
let words: Set<number> | undefined;

/** What was learned from the sentences; read when it is first needed. */
export function model(): Model {
  const { joints, intents, tags }: StoredModel = stored;
  weights ??= {
    joints: readLinear(joints),
    intents: readLinear(intents),
    tags: readLinear(tags),
  };
  return weights;
}

/** Whether a word was seen often enough to have weights of its own. */
export function isKnownWord(word: string): boolean {
  words ??= readWords(stored.words);
  return words.has(hashOf(word));
}

/** Reads the hashes of words. */
export function readWords(base64: string): Set<number> {
  const bytes = Buffer.from(base64, "base64");
  const found = new Set<number>();
  for (let at = 0; at < bytes.length; at += 4) found.add(bytes.readUInt32LE(at));
  return found;
}
