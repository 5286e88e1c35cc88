import { wordSet } from "../text/normalise";
import type { Token } from "../text/tokens";
import { readAnyPriority } from "./attributes";
import * as shape from "./shape";
import { trimPunctuation } from "./utterance";

/**
 * Cuts off what is said of a task after its command: "… add kar do, high priority". Only where the
 * words before it end in a command by themselves.
 */
export function withoutTail(core: readonly Token[]): {
  head: readonly Token[];
  tail: readonly Token[];
} {
  if (!shape.isUrduLike(core)) return { head: core, tail: [] };
  // "Wo kaam dikhao jo late hain": the clause that tells which ones.
  const which = core.findIndex(({ norm }) => /^(jo|جو|jin|جن)$/.test(norm));
  if (which > 1 && shape.endsInCommand(core.slice(0, which)))
    return { head: core.slice(0, which), tail: core.slice(which + 1) };
  if (shape.endsInCommand(core)) return { head: core, tail: [] };
  // "… bhejni hai boss ko urgent": an object and a priority behind it.
  for (const length of [1, 2]) {
    const inner = isAttribute(core.slice(-length)) ? core.slice(0, -length) : null;
    const cut = inner && inner.length > 2 ? objectBehind(inner) : 0;
    if (inner && cut > 0) return { head: inner.slice(0, cut), tail: core.slice(cut) };
  }
  for (let at = Math.max(1, core.length - 8); at < core.length; at++) {
    const head = trimPunctuation(core.slice(0, at));
    const tail = core.slice(at).filter(({ norm }) => !COPULA.has(norm));
    const ends = shape.endsInCommand(head) || shape.isInfinitive(head.at(-1));
    if (ends && isAttribute(tail)) return { head, tail };
    if (isObject(tail) && shape.endsInCommand(head)) return { head, tail };
  }
  return { head: core, tail: [] };
}

const COPULA = wordSet("hai he h ہے aur or اور bhi بھی with ho ہو pe par پر");

/** Where an object begins that stands behind a command, or 0. */
function objectBehind(core: readonly Token[]): number {
  for (let at = Math.max(1, core.length - 4); at < core.length; at++)
    if (isObject(core.slice(at)) && shape.endsInCommand(core.slice(0, at))) return at;
  return 0;
}

/** An object behind its verb, as talk has it: "invoice bhej di Bilal ko", "hata do list se". */
function isObject(tokens: readonly Token[]): boolean {
  if (tokens[0]?.kind !== "word") return false;
  return OBJECT.test(
    tokens
      .slice(1)
      .map(({ norm }) => norm)
      .join(" "),
  );
}

const OBJECT =
  /^(?:ko|se|ka|ki|mein|me|pe|par|کو|سے|کا|کی|مین|میں|پر|(?:ke|k|کے) (?:sath|saath|paas|pas|liye|lye|ساتہ|پاس|لیے))$/;

function isAttribute(tokens: readonly Token[]): boolean {
  const words = tokens.filter(({ kind }) => kind !== "mark");
  const rated = readAnyPriority(words);
  return words.length > 0 && rated.value !== undefined && rated.rest.length === 0;
}
