import type { Said } from "../said";

/** What cannot be said of one time: the first of each line beside the others. */
export const apart: readonly [keyof Said, ...(keyof Said)[]][] = [
  ["shift", "day", "span", "repeat", "ahead", "days"],
  ["exact", "day", "clock", "part", "repeat", "span", "ahead"],
  ["clocks", "clock", "part"],
  ["days", "day", "repeat", "span"],
  ["choice", "day", "repeat", "span", "days"],
  ["ahead", "day", "repeat", "span", "clock", "part", "until", "from"],
  ["special", "day", "repeat", "clock", "ahead"],
];
