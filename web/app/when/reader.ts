import { Grammar, type Reading } from "./chart";
import { amountGrammar } from "./grammar/amounts";
import { clockGrammar } from "./grammar/clocks";
import { dayGrammar } from "./grammar/days";
import { askingGrammar, phraseGrammar } from "./grammar/phrases";
import { repeatGrammar } from "./grammar/repeats";
import { endsClause, lex } from "./lexer";
import { wordsAt } from "./lexicon";
import { ADDING, ALL, AND } from "./lexicon/around";
import { amountMeanings } from "./rules/amounts";
import { clockMeanings } from "./rules/clocks";
import { dayMeanings } from "./rules/days";
import { phraseMeanings } from "./rules/phrases";
import { repeatMeanings } from "./rules/repeats";
import type { Said } from "./said";
import { type Place, reach, standingOf } from "./standing";
import type { Token } from "./tokens";

const meanings = {
  ...amountMeanings,
  ...dayMeanings,
  ...clockMeanings,
  ...repeatMeanings,
  ...phraseMeanings,
};
const texts = [amountGrammar, dayGrammar, clockGrammar, repeatGrammar, phraseGrammar];
const plain = new Grammar(texts, meanings);
const asking = new Grammar([...texts, askingGrammar], meanings);

/** Tokens that say when. */
export interface Found {
  start: number;
  /** Token behind the last one. */
  end: number;
  said: Said;
  standing: 1 | 2 | 3;
}

/** A text to be read. */
interface Source extends Omit<Place, "start" | "end"> {
  /** What a token must not be read as a time. */
  isLiteral?: (token: Token) => boolean;
}

/** Finds all that says when: `time`, and what else of the grammar may stand in the text. */
export function findAll(source: Source, symbols: readonly string[]): Found[] {
  const { tokens, roman, isLiteral } = source;
  const literal = isLiteral ? tokens.map(isLiteral) : [];
  const words = lex(tokens, roman).map((readings, at) => (literal[at] ? [] : readings));
  const read = (symbols.length === 1 ? plain : asking).parse(words, symbols);
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; ) {
    const readings = read[at] ?? [];
    const best = readings.length === 0 ? null : bestAt(source, at, readings);
    if (best) found.push(best);
    at = best ? best.end : at + 1;
  }
  if (isExcepted(found, source)) return [];
  const isLeft = (at: number): boolean => isListed(found[at], found[at + 1], tokens);
  return found.filter((_, at) => !isLeft(at) && !isLeft(at - 1));
}

/**
 * Whether an exception stands beside a repetition and was not read: "every weekday except holidays".
 * Nothing is read there: it would be done on the days that are left out.
 */
function isExcepted(found: readonly Found[], { tokens, roman }: Source): boolean {
  if (!found.some(({ said }) => said.repeat)) return false;
  const known = (at: number, symbol: string) =>
    wordsAt(tokens, at, roman).find((word) => word.symbol === symbol && word.value === 1);
  return found.some(({ start, end }) => {
    const next = tokens[end]?.kind === "mark" ? end + 1 : end;
    if (known(next, "except")) return true;
    if ([2, 3].some((back) => known(start - back, "pexcept")?.end === start)) return true;
    const behind = [1, 2].map((ahead) => known(end + ahead, "pexcept")).find(Boolean);
    return behind !== undefined && !ALL.has(tokens[behind.end]?.plain ?? "");
  });
}

/**
 * Whether two times are said as one that the grammar does not know: "every Thursday and the 1st". A
 * part of it is not read alone; "Friday at 5 and tomorrow pay rent" are two.
 */
function isListed(
  one: Found | undefined,
  two: Found | undefined,
  tokens: readonly Token[],
): boolean {
  if (!one || !two) return false;
  const opens = one.start === 0 || (one.start === 1 && ADDING.has(tokens[0]?.plain ?? ""));
  return (
    two.start === one.end + 1 &&
    AND.has(tokens[one.end]?.plain ?? "") &&
    Boolean(one.said.repeat ?? two.said.repeat) &&
    (opens || endsClause(tokens[two.end]))
  );
}

/** The longest reading that is a time where it stands. */
function bestAt(source: Source, start: number, readings: readonly Reading[]): Found | null {
  for (const { end, value } of [...readings].sort((one, two) => two.end - one.end)) {
    const place = { ...source, start, end };
    const said = value as Said;
    if (!isUsable(said)) continue;
    const standing = standingOf(said, place);
    if (standing === 0) return null;
    const [from, to] = reach(place);
    return { start: from, end: to, said, standing };
  }
  return null;
}

/** Whether more is said than "on" or "daily" of nothing. */
const isUsable = (said: Said): boolean =>
  Object.keys(said).some((key) => key !== "marked" && key !== "role");

/** What all the words of a text say together; null where one of them is not read. */
export function readWhole({ tokens, roman }: Source, symbols: readonly string[]): Said | null {
  const [first = []] = asking.parse(lex(tokens, roman), symbols);
  const whole = symbols.flatMap((symbol) =>
    first.filter((reading) => reading.symbol === symbol && reading.end === tokens.length),
  );
  return whole[0] ? (whole[0].value as Said) : null;
}
