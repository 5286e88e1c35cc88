/** A place in a text, in UTF-16 units. */
export interface Place {
  start: number;
  end: number;
}

/** Whether two places share a letter. */
export const overlap = (one: Place, two: Place): boolean =>
  one.start < two.end && two.start < one.end;

/** Places as a form sends them: `3-9,15-20`. */
export const writePlaces = (places: readonly Place[]): string =>
  places.map(({ start, end }) => `${start}-${end}`).join();

/** Reads what {@link writePlaces} wrote; anything else in the text is no place. */
export function readPlaces(text: string): Place[] {
  return text.split(",").flatMap((pair) => {
    const [, start, end] = /^(\d{1,5})-(\d{1,5})$/.exec(pair) ?? [];
    return end === undefined ? [] : [{ start: Number(start), end: Number(end) }];
  });
}

/**
 * The places of a text after an edit of it: what stands behind the edit moves along, and what was
 * edited itself is no place any more.
 */
export function movePlaces(places: readonly Place[], before: string, after: string): Place[] {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same < shorter && before[same] === after[same]) same += 1;
  let sameEnd = 0;
  while (sameEnd < shorter - same && before.at(-1 - sameEnd) === after.at(-1 - sameEnd))
    sameEnd += 1;
  const moved = after.length - before.length;
  return places.flatMap(({ start, end }) => {
    if (end <= same) return [{ start, end }];
    const behind = start >= before.length - sameEnd;
    return behind ? [{ start: start + moved, end: end + moved }] : [];
  });
}
