import { Lexer, type Token, type TokensList } from "marked";

/** Marks of emphasis, links and code in one paragraph; in one with more of them, all are text. */
const MARKS_MAX = 500;
const MARK = /[*_~`[\]<&]/g;
/** Blocks within blocks; deeper ones are text. */
const DEPTH_MAX = 12;
/** Spaces in a row; more are as good as these. */
const SPACES = / {200,}/g;

/** Whether a paragraph has so many marks that they are text. */
export const hasTooManyMarks = (text: string): boolean =>
  (text.match(MARK)?.length ?? 0) > MARKS_MAX;

/** A text with no more spaces in a row than matter. */
export const withFewSpaces = (text: string): string =>
  text.replace(SPACES, (spaces) => spaces.slice(0, 200));

/**
 * A lexer that reads any text in time that grows with its length: marks are compared with each
 * other, and each level of nesting is read again.
 */
class BoundedLexer extends Lexer {
  #depth = 0;

  override blockTokens(source: string, tokens: Token[] = [], cut?: boolean): TokensList {
    if (this.#depth >= DEPTH_MAX) {
      tokens.push({ type: "text", raw: source, text: source, escaped: false });
      return tokens as TokensList;
    }
    this.#depth += 1;
    try {
      return super.blockTokens(source, tokens, cut) as TokensList;
    } finally {
      this.#depth -= 1;
    }
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (!hasTooManyMarks(source)) return super.inlineTokens(source, tokens);
    tokens.push({ type: "text", raw: source, text: source, escaped: false });
    return tokens;
  }
}

/** The tokens of a Markdown text, in bounded time. Line breaks are kept; HTML is for the reader to show as text. */
export const lexMarkdown = (text: string): TokensList =>
  new BoundedLexer({ gfm: true, breaks: true }).lex(text);

/** The address of a link if it is safe to follow; null for scripts and other schemes. */
export function safeHref(href: string): string | null {
  if (/^\/(?![/\\])/.test(href)) return href;
  try {
    const { protocol } = new URL(href);
    return ["http:", "https:", "mailto:"].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** Resolves the few character references that are written. */
export function resolveReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code?: string, name = "") =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
  );
}
