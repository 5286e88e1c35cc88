import { undated } from "../dates/recognise";
import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { closing, isInfinitive } from "./shape";

const FORGOT = wordSet("bhool bhul بھول");
/** Gaya, gayi thi, gaya hun: no more words than these stand behind it. */
const LONGEST = 4;

/** Sabzi lana bhool gaya, kal yaad dilana: what was forgotten is what to be reminded of. */
export function withoutForgetting(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ norm }) => FORGOT.has(norm));
  if (at < 1 || !isInfinitive(tokens[at - 1])) return tokens;
  const mark = tokens.findIndex(({ kind }, place) => place > at && kind === "mark");
  if (mark < 0 || mark - at > LONGEST) return tokens;
  const rest = tokens.slice(mark + 1);
  const adds = closing.endingAt(rest, rest.length);
  const only = adds?.value === "add" && undated(rest).length === adds.length;
  return only ? [...tokens.slice(0, at), ...rest] : tokens;
}
