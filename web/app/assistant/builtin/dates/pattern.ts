import { PhraseBook } from "../text/phrase-book";
import type { Token } from "../text/tokens";
import type { Wording } from "../text/wording";

/** Reads one element at a place: a class of words, or a shape such as a number. */
export type Reader = (
  tokens: readonly Token[],
  at: number,
) => { value: unknown; length: number } | null;

/** Makes a reader of a list of words. */
export function words<T>(entries: readonly (readonly [Wording, T])[]): Reader {
  const book = new PhraseBook<T>(entries);
  return (tokens, at) => book.at(tokens, at);
}

/** A pattern, such as `in {count} {unit}`, and what it means; `null` refuses after all. */
export interface Pattern<R> {
  read: string;
  as: (captured: Captured) => R | null;
}

/** What the elements of a pattern read, by their names. */
export interface Captured {
  get<T>(name: string): T;
  maybe<T>(name: string): T | undefined;
}

interface Element {
  name: string;
  optional: boolean;
}

/** Compiles patterns over readers into one function that finds the longest match at a place. */
export function grammar<R>(readers: Record<string, Reader>, patterns: readonly Pattern<R>[]) {
  const compiled = patterns.map((pattern) => ({ elements: parse(pattern.read), as: pattern.as }));
  return (tokens: readonly Token[], at: number): { value: R; length: number } | null => {
    let best: { value: R; length: number } | null = null;
    for (const { elements, as } of compiled) {
      const found = match(readers, elements, tokens, at, 0, new Map());
      if (!found || found.length <= (best?.length ?? 0)) continue;
      const value = as({
        get: <T>(name: string) => found.captured.get(name) as T,
        maybe: <T>(name: string) => found.captured.get(name) as T | undefined,
      });
      if (value !== null) best = { value, length: found.length };
    }
    return best;
  };
}

function parse(read: string): Element[] {
  return read.split(/\s+/).map((piece) => ({
    name: piece.replace(/\?$/, ""),
    optional: piece.endsWith("?"),
  }));
}

function match(
  readers: Record<string, Reader>,
  elements: readonly Element[],
  tokens: readonly Token[],
  start: number,
  element: number,
  captured: Map<string, unknown>,
): { length: number; captured: Map<string, unknown> } | null {
  const current = elements[element];
  if (!current) return { length: 0, captured };
  const reader = readers[current.name];
  if (!reader) throw new Error(`A date pattern names the unknown element ${current.name}`);
  const read = start < tokens.length ? reader(tokens, start) : null;
  if (read) {
    const rest = match(
      readers,
      elements,
      tokens,
      start + read.length,
      element + 1,
      new Map(captured).set(current.name, read.value),
    );
    if (rest) return { length: read.length + rest.length, captured: rest.captured };
  }
  if (!current.optional) return null;
  return match(readers, elements, tokens, start, element + 1, captured);
}
