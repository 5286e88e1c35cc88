import type { Analysis } from "../reading/analyse";
import type { Tag } from "../reading/features";
import type { Reading } from "../reading/read";

/** What the words of a reading are, where the words beside them say more than each word alone. */
export const settledTags = (analysis: Analysis, reading: Reading): Tag[] =>
  withNeighbours(analysis, reading, withoutGroups(analysis, reading));

/**
 * A word beside a title that is rare, or goes with it by a کی or an "'s", is a word of the title.
 * Urdu has its command behind the title and English before it: there a rare word may be a verb.
 */
function withNeighbours(
  { symbols, classes, source, timeAt, language }: Analysis,
  { intent, start, end }: Reading,
  told: readonly Tag[],
): Tag[] {
  const tags = [...told];
  if (intent !== "add") return tags;
  const isFree = (at: number): boolean =>
    at >= start &&
    at < end &&
    tags[at] === "O" &&
    source.tokens[at]?.kind === "word" &&
    (timeAt[at] ?? -1) < 0;
  const isPlain = (at: number): boolean => isFree(at) && classes[at]?.length === 0;
  const isRare = (at: number): boolean => isPlain(at) && symbols[at] === "<?>";
  const links = (at: number): boolean => isFree(at) && classes[at]?.includes("of") === true;
  const owns = (at: number): boolean => isPlain(at) && /['’]s$/.test(source.tokens[at]?.norm ?? "");
  const step = language === "en" ? 1 : -1;
  // "Peer sahab se kal milna": a time may stand between.
  const beside = (at: number, by: number): number => {
    let next = at + by;
    while (language !== "en" && next > start && next < end && (timeAt[next] ?? -1) >= 0) next += by;
    return next;
  };
  for (const [from, by] of [
    [start, 1],
    [end - 1, -1],
  ] as const)
    for (let at = from; at >= start && at < end; at += by) {
      if (tags[at] !== "T" || source.tokens[at]?.kind === "quote") continue;
      const next = beside(at, by);
      if (by === step ? isRare(next) : owns(next)) tags[next] = "T";
      else if (language !== "en" && links(next) && isPlain(next + by))
        tags.fill("T", Math.min(next, next + by), Math.max(next, next + by) + 1);
    }
  return tags;
}

/** A new task is in a category only where a word says that it is one; else it is a word of the title. */
function withoutGroups(analysis: Analysis, { intent, start, end, tags }: Reading): readonly Tag[] {
  if (intent !== "add") return tags;
  const { classes, source } = analysis;
  const isLed = (at: number): boolean =>
    at >= start &&
    at < end &&
    (source.tokens[at]?.norm === "#" || classes[at]?.some((name) => LISTS.test(name)) === true);
  return tags.map((tag, at) => {
    if (tag !== "C") return tag;
    let [from, to] = [at, at];
    while (tags[from - 1] === "C") from -= 1;
    while (tags[to + 1] === "C") to += 1;
    return [from - 2, from - 1, to + 1, to + 2].some(isLed) ? "C" : "T";
  });
}

const LISTS = /^(?:list|in-list|tasks)$/;
