/*
 * What a phrase says by each symbol of a piece: a field of `said.ts`, and the symbols that hold it; of
 * several that are there the first.
 */
export const fields = Object.entries({
  day: "weak dayx day domko agoday",
  span: "spanx span pastspan",
  part: "partn part partns eachpart dayhalf",
  clock: "dotted four hrko clock hrend hr",
  days: "days",
  choice: "choice",
  exact: "exact",
}).map(([field, symbols]) => [field, symbols.split(" ")] as const);

/** Symbols that say several fields at once. */
export const pieces = "tod tods range brange again daypart".split(" ");
