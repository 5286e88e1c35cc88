import { Lexer, type MarkedToken, type Token } from "marked";
import remend from "remend";
import { textLanguage } from "./text-language";

export type TextLanguage = "en" | "ur" | "ur-Latn";

/** A paragraph, list, table or the like, and the language that it is set in. */
export interface Block {
  token: MarkedToken;
  language: TextLanguage;
}

/**
 * The blocks of a Markdown text. A line break is one, as people write; HTML is text.
 *
 * @param language of the whole text, as far as it is known
 * @param growing true while it is being written: what is open at its end counts as closed, so that
 *   a half-written link or bold word does not show its signs for a moment
 */
export function blocksOf(text: string, language?: TextLanguage, growing = false): Block[] {
  const whole = growing ? remend(text, { linkMode: "text-only", images: false }) : text;
  const tokens = new Lexer({ gfm: true, breaks: true }).lex(whole);
  return tokens
    .filter(({ type }) => type !== "space" && type !== "def")
    .map((token) => ({
      token: token as MarkedToken,
      language: blockLanguage(wordsOf(token), language),
    }));
}

/**
 * In an Urdu text a block that holds any Urdu is Urdu, however many titles in English it lists;
 * elsewhere the letters decide.
 */
function blockLanguage(words: string, language?: TextLanguage): TextLanguage {
  if (language === "ur") {
    const foreign = /\p{Script=Latin}/u.test(words) && !/\p{Script=Arabic}/u.test(words);
    return foreign ? "en" : "ur";
  }
  return textLanguage(words) === "ur" ? "ur" : (language ?? "en");
}

/** What is said in a token, without code: that is no language. */
function wordsOf(token: Token): string {
  if (token.type === "code" || token.type === "codespan") return "";
  if (token.type === "list") return token.items.map(wordsOf).join(" ");
  if (token.type === "table") return [token.header, ...token.rows].flat().map(cellWords).join(" ");
  const { tokens, text = "" } = token as { tokens?: Token[]; text?: string };
  return tokens?.map(wordsOf).join("") ?? text;
}

const cellWords = ({ tokens = [] }: { tokens?: Token[] }) => tokens.map(wordsOf).join("");

/** The address of a link that may be followed; null where following it could do something. */
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

/** Text as it is read: the few character references that models write are resolved. */
export function readable(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code?: string, name = "") =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
  );
}
