/**
 * An order of all: those that are wanted first, the others behind them as they were.
 *
 * @param wanted ids in their order; those that are none of `all` are left out
 */
export function completeOrder(all: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(all);
  const first = new Set(wanted.filter((id) => known.has(id)));
  return [...first, ...all.filter((id) => !first.has(id))];
}

/**
 * An order with one of its ids some places further on.
 *
 * @returns null where there is no such id or no such place
 */
export function movedInOrder(ids: readonly string[], id: string, by: number): string[] | null {
  const at = ids.indexOf(id);
  const to = at + by;
  return at < 0 || to < 0 || to >= ids.length ? null : ids.toSpliced(at, 1).toSpliced(to, 0, id);
}
