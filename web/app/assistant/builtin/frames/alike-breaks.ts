import type { Analysis } from "../reading/analyse";
import type { Reading } from "../reading/read";

/**
 * Of "salt, soap and oil" each joint parts two things where one of them does. Where they share the
 * verb behind them, "namak, sabun aur tel lana", they are one task unless all are parted.
 */
export function alikeBreaks(
  { source: { tokens }, timeAt, classes, language }: Analysis,
  { start, end, breaks }: Reading,
): { parted: number[]; joined: number[] } {
  const isJoint = (at: number): boolean =>
    at > start && /^(?:[,،&]|and|aur|or|اور)$/.test(tokens[at]?.norm ?? "");
  const isThing = (at: number): boolean =>
    tokens[at]?.kind === "word" && !isJoint(at) && (timeAt[at] ?? -1) < 0;
  // "Burger buns" between two joints are one thing.
  const isPair = (at: number): boolean =>
    isJoint(at + 2) && [at, at + 1].every((one) => isThing(one) && classes[one]?.length === 0);
  const alike = { parted: [] as number[], joined: [] as number[] };
  for (let at = start + 1; at < end - 1; at += 1) {
    const row: number[] = [];
    for (; isJoint(at) && isThing(at - 1) && isThing(at + 1); at += isPair(at + 1) ? 3 : 2)
      row.push(at);
    const parting = row.filter((one) => breaks.includes(one));
    if (parting.length === 0 || parting.length === row.length) continue;
    const shared =
      language !== "en" && [at, at + 1].some((place) => classes[place]?.includes("infinitive"));
    (shared ? alike.joined : alike.parted).push(...row);
  }
  return alike;
}
