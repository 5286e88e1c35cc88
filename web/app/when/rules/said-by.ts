import type { Parts } from "../chart";
import { fields, pieces } from "../grammar/fields";
import type { Said } from "../said";
import { hourSaid, NOTHING } from "../shapes";

/** What the symbols of a piece say, whichever they are. */
export function saidBy(parts: Parts): Said {
  const said: Record<string, unknown> = {};
  for (const [field, symbols] of fields) {
    const symbol = symbols.find((one) => parts[one] !== undefined);
    if (symbol) said[field] = parts[symbol];
  }
  if (parts.nth) said.day ??= { day: parts.nth };
  if (parts.tonight) Object.assign(said, { day: { ahead: NOTHING }, part: "night" });
  if (parts.tonight && parts.num) said.clock = hourSaid(parts.num) ?? undefined;
  for (const piece of pieces) Object.assign(said, parts[piece]);
  return said;
}

/** The weekdays that are named, each or together: of a weekend both. */
export const weekdaysIn = (parts: Parts): number[] =>
  "set run wds wd wdays hafta weekend workday"
    .split(" ")
    .flatMap((symbol) => parts[symbol] ?? [])
    .flatMap((day) => String(day).split("+").map(Number));
