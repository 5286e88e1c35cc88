import { Lexer, type MarkedToken, type Token, type TokensList } from "marked";
import remend from "remend";
import { textLanguage } from "#app/conversations/messages/text-language";

/** A language that a text can be typeset in. */
export type TextLanguage = "en" | "ur" | "ur-Latn";

/** A block-level token with the language to typeset it in. */
export interface Block {
  token: MarkedToken;
  language: TextLanguage;
}

/** Marks of emphasis, links and code in one paragraph; in one with more of them, all are text. */
const MARKS_MAX = 500;
const MARK = /[*_~`[\]<&]/g;
/** Blocks within blocks; deeper ones are text. */
const DEPTH_MAX = 12;
/** Spaces in a row; more are as good as these. */
const SPACES = / {200,}/g;

const hasTooManyMarks = (text: string): boolean => (text.match(MARK)?.length ?? 0) > MARKS_MAX;

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

/**
 * Splits a Markdown text into blocks. Line breaks are kept; HTML is text.
 *
 * @param language of the whole text, if known
 * @param streaming true while the text is incomplete: open marks at its end count as closed, so that
 *   the syntax of an incomplete link or bold word is not shown
 */
export function blocksOf(text: string, language?: TextLanguage, streaming = false): Block[] {
  const plain = text.replace(SPACES, (spaces) => spaces.slice(0, 200));
  const closes = streaming && !hasTooManyMarks(plain);
  const whole = closes ? remend(plain, { linkMode: "text-only", images: false }) : plain;
  const tokens = new BoundedLexer({ gfm: true, breaks: true }).lex(whole);
  return tokens
    .filter(({ type }) => type !== "space" && type !== "def")
    .map((token) => ({
      token: token as MarkedToken,
      language: blockLanguage(plainText(token), language),
    }));
}

/**
 * In an Urdu text a block with any Urdu is Urdu, however many English titles it has; otherwise the
 * script decides.
 */
function blockLanguage(text: string, language?: TextLanguage): TextLanguage {
  if (language === "ur") {
    const foreign = /\p{Script=Latin}/u.test(text) && !/\p{Script=Arabic}/u.test(text);
    return foreign ? "en" : "ur";
  }
  return textLanguage(text) === "ur" ? "ur" : (language ?? "en");
}

/** The text of a token without code, which has no language. */
function plainText(token: Token): string {
  if (token.type === "code" || token.type === "codespan") return "";
  if (token.type === "list") return token.items.map(plainText).join(" ");
  if (token.type === "table") return [token.header, ...token.rows].flat().map(cellText).join(" ");
  const { tokens, text = "" } = token as { tokens?: Token[]; text?: string };
  return tokens?.map(plainText).join("") ?? text;
}

const cellText = ({ tokens = [] }: { tokens?: Token[] }) => tokens.map(plainText).join("");

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

/** Resolves the few character references that models write. */
export function resolveReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code?: string, name = "") =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
  );
}
