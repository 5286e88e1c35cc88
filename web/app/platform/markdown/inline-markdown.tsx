import type { MarkedToken, Token } from "marked";
import { Fragment, type ReactNode } from "react";
import { resolveReferences, safeHref } from "./lex-markdown";

/** How one place shows what it has of its own. */
interface Inline {
  /** A piece of plain text. */
  text?(text: string): ReactNode;
  /** The box of a list within its line, as it was written. */
  box?(raw: string): ReactNode;
}

/**
 * Renders what stands in a line of Markdown. HTML is text, an image is a link, and nothing outside is
 * loaded.
 */
export function inlineMarkdown(tokens: readonly Token[] = [], own: Inline = {}): ReactNode {
  return tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other keys
    <Fragment key={index}>{inlineToken(token as MarkedToken, own)}</Fragment>
  ));
}

function inlineToken(token: MarkedToken, own: Inline): ReactNode {
  const { text = (plain) => plain, box = (raw) => raw } = own;
  switch (token.type) {
    case "checkbox":
      return box(token.raw);
    case "text":
      return token.tokens ? inlineMarkdown(token.tokens, own) : text(resolveReferences(token.text));
    case "strong":
      return <strong>{inlineMarkdown(token.tokens, own)}</strong>;
    case "em":
      return <em>{inlineMarkdown(token.tokens, own)}</em>;
    case "del":
      return <del>{inlineMarkdown(token.tokens, own)}</del>;
    case "codespan":
      return <code dir="ltr">{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return <SafeLink href={token.href}>{inlineMarkdown(token.tokens, own)}</SafeLink>;
    case "image":
      // Loading it would tell its server who reads.
      return <SafeLink href={token.href}>{token.text || token.href}</SafeLink>;
    default:
      return "text" in token ? token.text : token.raw;
  }
}

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  const safe = safeHref(href);
  if (safe === null) return children;
  const external = !safe.startsWith("/");
  return (
    <a href={safe} {...(external && { target: "_blank", rel: "noopener noreferrer nofollow" })}>
      <bdi>{children}</bdi>
    </a>
  );
}
