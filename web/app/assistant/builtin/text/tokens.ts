import { asciiDigits } from "#app/when/spelling";
import { fillVowels } from "../lexicon/roman-words";
import { spellOut } from "../lexicon/shorthand";
import { foldRoman, normaliseWord } from "./normalise";

/** A piece of what the person wrote, with where it stood, so that titles can be cut from the source. */
export interface Token {
  index: number;
  start: number;
  end: number;
  kind: "word" | "number" | "quote" | "mark";
  /** The form English and Urdu script are compared by; empty for a quotation. */
  norm: string;
  /** The form Roman Urdu is compared by; empty where the text is not Roman Urdu. */
  fold: string;
}

/** An utterance and its tokens. */
export interface Source {
  text: string;
  tokens: Token[];
}

const QUOTE =
  /"([^"\n]+)"|“([^”\n]+)”|«([^»\n]+)»|‘([^’\n]+)’|(?<![\p{L}\d])'([^'\n]+)'(?![\p{L}\d])/u;
const PIECE = new RegExp(
  [
    QUOTE.source,
    String.raw`\d{4}-\d{1,2}-\d{1,2}(?:T\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?`,
    String.raw`\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}`,
    String.raw`\d{1,2}/\d{1,2}(?![\d/])`,
    String.raw`\d{1,2}[:.]\d{2}(?!\d)`,
    String.raw`\d+`,
    // "E27", "B12", "mp3": a name.
    String.raw`[A-Za-z]{1,2}\d+(?![\p{L}\d])`,
    String.raw`\p{L}[\p{L}\p{M}\u200b-\u200f\u0640]*(?:['’-]\p{L}[\p{L}\p{M}\u200b-\u200f\u0640]*)*`,
    String.raw`[^\s\p{M}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]`,
  ].join("|"),
  "gu",
);

const CLOSERS: Readonly<Record<string, string>> = { "“": "”", "«": "»", "‘": "’" };
/** A sign that is no quotation mark, in place of one. */
const UNCLOSED = "\u0001";

/**
 * The text with another sign for each quotation mark that is not closed on its line: to look for
 * its end, from each of many, would take the square of the length.
 */
function withoutUnclosed(text: string): string {
  if (!/[“«‘]/.test(text)) return text;
  const closed = new Set<string>();
  const units = text.split("");
  for (let at = units.length - 1; at >= 0; at -= 1) {
    const unit = units[at] ?? "";
    const closer = CLOSERS[unit];
    if (unit === "\n") closed.clear();
    else if (closer === undefined) closed.add(unit);
    else if (!closed.has(closer)) units[at] = UNCLOSED;
  }
  return units.join("");
}

/** Cuts a text into tokens; `roman` says whether its Latin words may be Roman Urdu. */
export function tokenise(text: string, roman: boolean): Source {
  const tokens: Token[] = [];
  const ascii = asciiDigits(text);
  for (const match of withoutUnclosed(ascii).matchAll(PIECE)) {
    const piece = ascii.slice(match.index, match.index + match[0].length);
    const quoted = match.slice(1, 6).some((inner) => inner !== undefined);
    const kind = quoted
      ? "quote"
      : /^\d/.test(piece)
        ? "number"
        : /^\p{L}/u.test(piece)
          ? "word"
          : "mark";
    const norm = quoted
      ? ""
      : kind === "number"
        ? piece.toLowerCase()
        : spellOut(normaliseWord(piece), roman);
    tokens.push({
      index: tokens.length,
      start: match.index,
      end: match.index + piece.length,
      kind,
      norm: norm === "" && !quoted ? piece : norm,
      fold: roman && kind === "word" ? fillVowels(foldRoman(piece)) : "",
    });
  }
  return { text, tokens };
}

const EDGE_PUNCTUATION = /^[\s,:;.!?،؛۔؟\-–—•*=>]+|[\s,:;.!،؛۔\-–—=>]+$/g;

/**
 * The source text of some tokens: neighbours keep what stood between them, a gap becomes one space.
 * A lone quotation loses its quotation marks.
 */
export function textOf(source: Source, tokens: readonly Token[]): string {
  const only = tokens[0];
  if (tokens.length === 1 && only?.kind === "quote") {
    return source.text.slice(only.start + 1, only.end - 1).trim();
  }
  const runs: string[] = [];
  let from = 0;
  tokens.forEach((token, position) => {
    const next = tokens[position + 1];
    if (next && next.index === token.index + 1) return;
    const first = tokens[from];
    if (first) runs.push(source.text.slice(first.start, token.end));
    from = position + 1;
  });
  return runs
    .join(" ")
    .replace(/\s+([,،.۔;؛])/g, "$1")
    .replace(/\s+/g, " ")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(EDGE_PUNCTUATION, "")
    .trim();
}
