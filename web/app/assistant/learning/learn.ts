import { hashOf, type StoredLinear } from "../builtin/reading/linear";

/** Something to learn from: what speaks for a class, and the class. */
export interface Case {
  features: readonly string[];
  target: number;
  /** How much it counts; 1 unless said. */
  weight?: number;
}

/** How a model is learned. */
export interface Learning {
  rounds: number;
  /** Pull of each weight towards zero, per round. */
  decay: number;
  /** Features that occur in fewer cases are left out. */
  least: number;
  /** Weights nearer to zero are left out. */
  prune: number;
  seed: number;
}

/** How often it is learned, each time in another order: the mean depends less on any of them. */
const ORDERS = 2;

/**
 * Learns a multinomial logistic regression by AdaGrad. The same cases and the same seed give the
 * same weights.
 */
export function learn(
  classes: readonly string[],
  cases: readonly Case[],
  { rounds, decay, least, prune, seed }: Learning,
): StoredLinear {
  const counts = new Map<string, number>();
  for (const { features } of cases)
    for (const feature of new Set(features)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= least) index.set(feature, index.size);
  const size = classes.length;
  const rows = cases.map(({ features }) =>
    Int32Array.from(
      features.flatMap((feature) => {
        const row = index.get(feature);
        return row === undefined ? [] : [row * size];
      }),
    ),
  );
  // The mean of the later rounds: what is learned last counts no more than the rest.
  const means = new Float64Array(index.size * size);
  for (let order = 0; order < ORDERS; order += 1)
    learnInOrder(rows, cases, { size, rounds, decay, random: mulberry(seed + order), means });
  return store(classes, index, means, prune);
}

/** Learns in one random order, and adds its part to the means. */
function learnInOrder(
  rows: readonly Int32Array[],
  cases: readonly Case[],
  {
    size,
    rounds,
    decay,
    random,
    means,
  }: {
    size: number;
    rounds: number;
    decay: number;
    random: () => number;
    means: Float64Array;
  },
): void {
  const weights = new Float64Array(means.length);
  const squares = new Float64Array(means.length).fill(1e-3);
  const order = Int32Array.from(cases.keys());
  const sums = new Float64Array(size);
  const meaned = Math.ceil(rounds / 2);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at] as Int32Array;
      const { target, weight = 1 } = cases[at] as Case;
      sums.fill(0);
      for (const base of row)
        for (let k = 0; k < size; k += 1)
          sums[k] = (sums[k] as number) + (weights[base + k] as number);
      const most = Math.max(...sums);
      let total = 0;
      for (let k = 0; k < size; k += 1) total += sums[k] = Math.exp((sums[k] as number) - most);
      for (let k = 0; k < size; k += 1) {
        const error = weight * ((sums[k] as number) / total - (k === target ? 1 : 0));
        if (Math.abs(error) < 1e-4) continue;
        for (const base of row) {
          const place = base + k;
          const gradient = error + decay * (weights[place] as number);
          squares[place] = (squares[place] as number) + gradient * gradient;
          weights[place] =
            (weights[place] as number) - (0.3 * gradient) / Math.sqrt(squares[place] as number);
        }
      }
    }
    if (round >= rounds - meaned)
      for (let place = 0; place < means.length; place += 1)
        means[place] = (means[place] as number) + (weights[place] as number) / (meaned * ORDERS);
  }
}

function store(
  classes: readonly string[],
  index: ReadonlyMap<string, number>,
  weights: Float64Array,
  prune: number,
): StoredLinear {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const scale = most / 127;
  const bytes: number[] = [];
  const rows = [...index].map(([feature, row]) => [hashOf(feature), row] as const);
  for (const [hash, row] of rows.sort((a, b) => a[0] - b[0])) {
    const pairs = classes.flatMap((_, k) => {
      const weight = weights[row * classes.length + k] as number;
      const steps = Math.round(weight / scale);
      return Math.abs(weight) >= prune && steps !== 0 ? [k, steps & 0xff] : [];
    });
    if (pairs.length === 0) continue;
    const four = [hash & 0xff, (hash >>> 8) & 0xff, (hash >>> 16) & 0xff, hash >>> 24];
    bytes.push(...four, pairs.length / 2, ...pairs);
  }
  return { classes: [...classes], scale, features: Buffer.from(bytes).toString("base64") };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}
