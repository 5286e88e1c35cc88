// A position is digits that are compared like those behind a decimal point, as the database compares
// them: between any two of them is room for another one, so that nothing is ever numbered anew.

/** Digits of the largest number of a task. */
const NUMBER_DIGITS = 10;

/** The position of a task in an order of its own: by its number until it was moved. */
export const positionOf = ({ id, position }: { id: number; position: string | null }): string =>
  position ?? (id > 0 ? String(id).padStart(NUMBER_DIGITS, "0") : LAST);

/** Behind everything that has a number: what waits to be sent. */
const LAST = "9".repeat(NUMBER_DIGITS);

/**
 * A position between two; null stands for the beginning or the end. A task that is made afterwards
 * comes behind what was moved to the end, unless that is the end of a list whose tasks are all older.
 */
export function positionBetween(before: string | null, after: string | null): string {
  const low = before ?? "";
  // Among those whose number it shares: not behind all that will ever be added.
  if (after === null) return low.slice(0, NUMBER_DIGITS) + behind(low.slice(NUMBER_DIGITS));
  let shared = "";
  for (let at = 0; ; at += 1) {
    const [from, to] = [Number(low[at] ?? 0), Number(after[at] ?? 0)];
    if (at >= low.length && at >= after.length) return `${shared}5`;
    if (to - from > 1) return shared + String(Math.ceil((from + to) / 2));
    if (to > from) return shared + String(from) + behind(low.slice(at + 1));
    shared += String(from);
  }
}

/** Digits behind those of a position, as few as there can be. */
function behind(digits: string): string {
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[at]);
    if (digit < 9) return digits.slice(0, at) + String(Math.ceil((digit + 10) / 2));
  }
  return `${digits}5`;
}

/** Compares tasks by their positions, as the database does. */
export function byPosition(
  one: { id: number; position: string | null },
  two: { id: number; position: string | null },
): number {
  const [first, second] = [positionOf(one), positionOf(two)];
  if (first === second) return one.id - two.id;
  return first < second ? -1 : 1;
}
