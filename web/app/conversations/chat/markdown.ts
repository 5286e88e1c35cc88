import type { MarkedToken, Token } from "marked";
import remend from "remend";
import { textLanguage } from "#app/conversations/messages/text-language";
import { hasTooManyMarks, lexMarkdown, withFewSpaces } from "#app/platform/markdown/lex-markdown";

/** A language that a text can be typeset in. */
export type TextLanguage = "en" | "ur" | "ur-Latn";

/** A block-level token with the language to typeset it in. */
export interface Block {
  token: MarkedToken;
  language: TextLanguage;
}

/**
 * Splits a Markdown text into blocks. Line breaks are kept; HTML is text.
 *
 * @param language of the whole text, if known
 * @param streaming true while the text is incomplete: open marks at its end count as closed, so that
 *   the syntax of an incomplete link or bold word is not shown
 */
export function blocksOf(text: string, language?: TextLanguage, streaming = false): Block[] {
  const plain = withFewSpaces(text);
  const closes = streaming && !hasTooManyMarks(plain);
  const whole = closes ? remend(plain, { linkMode: "text-only", images: false }) : plain;
  return lexMarkdown(whole)
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
