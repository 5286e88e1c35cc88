import type { Measure } from "./measure";

/** Most of the confusions are of a few kinds. */
const CONFUSIONS_SHOWN = 15;

/** Tells how a model does, as lines to print. */
export function reportOf(name: string, measured: Measure): string[] {
  const { sentences, whole, commands, intents, tags } = measured;
  return [
    `${name}: ${share(whole, sentences)} whole, intents ${share(intents, commands)}, words ${share(tags, commands)}`,
  ];
}

/** The kinds of intents that are taken for each other, and how far probabilities can be trusted. */
export function detailsOf({ byIntent, confusions, calibration }: Measure): string[] {
  const kinds = [...confusions].sort((a, b) => b[1] - a[1]).slice(0, CONFUSIONS_SHOWN);
  const intents = [...byIntent].sort(([, a], [, b]) => b.count - a.count);
  return [
    "by intent:",
    ...intents.map(([name, { count, right }]) => `  ${name}: ${share(right, count)}`),
    "taken for each other:",
    ...kinds.map(([name, count]) => `  ${name}: ${count}`),
    "as sure as … and right:",
    ...calibration.flatMap(({ count, right }, at) =>
      count === 0 ? [] : [`  ${at * 10} to ${at * 10 + 10} %: ${share(right, count)}`],
    ),
  ];
}

const share = (right: number, all: number): string =>
  `${right} of ${all} (${all === 0 ? 0 : Math.round((right / all) * 100)} %)`;
