import type { Token } from "marked";
import { lexMarkdown, withFewSpaces } from "#app/platform/markdown/lex-markdown";

/** How many places are tried for a box whose place in the text is not that in their order. */
const TRIES_MAX = 24;

/** What begins an item of a list with a box, in quotations and in lists of lists too. */
const BOX = /^[ \t]*(?:>[ \t]*)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+\[([ xX])\][ \t\n]/gm;

/** The state of each box of notes, in the order in which they are shown. */
export function boxesOf(notes: string): boolean[] {
  const boxes: boolean[] = [];
  const walk = (tokens: readonly Token[]) => {
    for (const token of tokens) {
      if (token.type === "checkbox") boxes.push(token.checked === true);
      else if (token.type === "list") for (const { tokens: own } of token.items) walk(own);
      else if ("tokens" in token && token.tokens) walk(token.tokens);
    }
  };
  walk(lexMarkdown(withFewSpaces(notes)));
  return boxes;
}

/**
 * Ticks a box of notes, or takes its tick away, and changes nothing else: the text is read again to
 * see that it was this box.
 *
 * @param index of the box, as `boxesOf` counts them
 * @returns the notes; null where the box is not found
 */
export function tickBox(notes: string, index: number): string | null {
  const before = boxesOf(notes);
  if (before[index] === undefined) return null;
  const wanted = before.map((checked, at) => (at === index ? !checked : checked)).join();
  const places = [...`${notes}\n`.matchAll(BOX)].map((match) => ({
    at: match.index + match[0].length - 3,
    checked: match[1] !== " ",
  }));
  // Mostly each has its place in the order; in code is what only looks like one.
  const tries = [...places.slice(index), ...places.slice(0, index).reverse()];
  for (const { at, checked } of tries.slice(0, TRIES_MAX)) {
    const ticked = `${notes.slice(0, at)}${checked ? " " : "x"}${notes.slice(at + 1)}`;
    if (boxesOf(ticked).join() === wanted) return ticked;
  }
  return null;
}
