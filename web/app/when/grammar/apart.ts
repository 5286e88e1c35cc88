import type { Said } from "../said";

/** What cannot be said of one time: the first of each line beside the others. */
const apart: readonly [keyof Said, ...(keyof Said)[]][] = [
  ["shift", "day", "span", "repeat", "ahead", "days"],
  ["exact", "day", "clock", "part", "repeat", "span", "ahead"],
  ["clocks", "clock", "part"],
  ["days", "day", "repeat", "span"],
  ["choice", "day", "repeat", "span", "days"],
  ["ahead", "day", "repeat", "span", "clock", "part", "until", "from"],
  ["special", "day", "repeat", "clock", "ahead"],
];

const partsOfApart = [...new Set(apart.flat())];

/** What cannot be said beside a part of a phrase. */
export const apartFrom: Partial<Record<keyof Said, readonly (keyof Said)[]>> = Object.fromEntries(
  partsOfApart.map((key) => [
    key,
    apart.flatMap(([one, ...others]) => {
      if (one === key) return others;
      return others.includes(key) ? [one] : [];
    }),
  ]),
);
