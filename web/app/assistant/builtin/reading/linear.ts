/**
 * A linear model: for each feature a weight for each class. Features are kept by their hash, in a
 * table with open addressing, so that a hundred thousand of them take a few bytes each.
 */
export interface Linear {
  classes: readonly string[];
  /** Hashes of features; 0 is an empty place. */
  hashes: Uint32Array;
  /** For each place where the pairs of its feature begin, and how many there are. */
  starts: Uint32Array;
  counts: Uint8Array;
  /** Classes and weights, pair by pair. */
  pairs: Int8Array;
  /** What a weight of 1 is. */
  scale: number;
}

/** How it is written in a file: for each feature its hash, the number of its pairs, and the pairs. */
export interface StoredLinear {
  classes: string[];
  scale: number;
  /** Base64. */
  features: string;
}

/** The hash of a feature's name (FNV-1a), never 0. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash ^= name.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0 || 1;
}

/** Reads a model from how it is written in a file. */
export function readLinear({ classes, scale, features }: StoredLinear): Linear {
  const bytes = Buffer.from(features, "base64");
  let count = 0;
  for (let at = 0; at < bytes.length; at += 5 + 2 * (bytes[at + 4] ?? 0)) count += 1;
  const size = 2 ** Math.ceil(Math.log2(count * 2 + 2));
  const hashes = new Uint32Array(size);
  const starts = new Uint32Array(size);
  const counts = new Uint8Array(size);
  const pairs = new Int8Array(bytes.length);
  let next = 0;
  for (let at = 0; at < bytes.length; ) {
    const hash = bytes.readUInt32LE(at);
    const length = bytes[at + 4] ?? 0;
    let place = hash & (size - 1);
    while (hashes[place] !== 0) place = (place + 1) & (size - 1);
    hashes[place] = hash;
    starts[place] = next;
    counts[place] = length;
    for (let k = 0; k < 2 * length; k += 1) pairs[next++] = bytes.readInt8(at + 5 + k);
    at += 5 + 2 * length;
  }
  return { classes, hashes, starts, counts, pairs, scale };
}

/** The sums of the weights of some features, by class. */
export function scores(model: Linear, features: readonly string[]): Float64Array {
  const sums = new Float64Array(model.classes.length);
  for (const feature of features) addWeights(model, feature, sums);
  return sums;
}

/** Adds the weights of one feature to sums by class. */
function addWeights(model: Linear, feature: string, sums: Float64Array): void {
  const { hashes, starts, counts, pairs, scale } = model;
  const hash = hashOf(feature);
  const mask = hashes.length - 1;
  let place = hash & mask;
  while (hashes[place] !== hash) {
    if (hashes[place] === 0) return;
    place = (place + 1) & mask;
  }
  const start = starts[place] ?? 0;
  const end = start + 2 * (counts[place] ?? 0);
  for (let at = start; at < end; at += 2) {
    const own = pairs[at] ?? 0;
    sums[own] = (sums[own] ?? 0) + (pairs[at + 1] ?? 0) * scale;
  }
}

/** Sums as probabilities. */
export function softmax(sums: Float64Array): Float64Array {
  const most = Math.max(...sums);
  let total = 0;
  const shares = sums.map((sum) => {
    const share = Math.exp(sum - most);
    total += share;
    return share;
  });
  return shares.map((share) => share / total);
}
