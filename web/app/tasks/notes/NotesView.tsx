import type { MarkedToken, Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import {
  lexMarkdown,
  resolveReferences,
  safeHref,
  withFewSpaces,
} from "#app/platform/markdown/lex-markdown";

/**
 * Notes in Markdown: links, lists, boxes that can be ticked. HTML is text, an image is a link, and
 * nothing outside is loaded.
 *
 * @param onTick told the index of a box, see `boxesOf`; without it boxes cannot be ticked
 */
export default function NotesView({
  notes,
  onTick,
}: {
  notes: string;
  onTick?: (index: number) => void;
}) {
  const boxes = { next: 0, onTick };
  return <div className="notes">{blocks(lexMarkdown(withFewSpaces(notes)), boxes)}</div>;
}

/** Counts boxes while they are rendered, in their order. */
interface Boxes {
  next: number;
  onTick?: (index: number) => void;
}

const blocks = (tokens: readonly Token[], boxes: Boxes): ReactNode =>
  tokens
    .filter(({ type }) => type !== "space" && type !== "def")
    .map((token, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other keys
      <Fragment key={index}>{block(token as MarkedToken, boxes)}</Fragment>
    ));

function block(token: MarkedToken, boxes: Boxes): ReactNode {
  switch (token.type) {
    case "paragraph":
      return <p dir="auto">{inline(token.tokens, boxes)}</p>;
    case "heading":
      return (
        <p dir="auto" className="notes-heading">
          {inline(token.tokens, boxes)}
        </p>
      );
    case "list":
      return <List list={token} boxes={boxes} />;
    case "blockquote":
      return <blockquote>{blocks(token.tokens, boxes)}</blockquote>;
    case "code":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre dir="ltr" tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case "hr":
      return <hr />;
    case "table":
      // As it was written: a panel is too narrow for most.
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <pre dir="auto" tabIndex={0}>
          {token.raw.trimEnd()}
        </pre>
      );
    default:
      return <p dir="auto">{inline([token], boxes)}</p>;
  }
}

function List({ list, boxes }: { list: Tokens.List; boxes: Boxes }) {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other keys
    <li key={index} dir="auto" className={item.task ? "notes-task" : undefined}>
      {item.task ? (
        <div className="flex items-start gap-3">
          <Box item={item} boxes={boxes} />
          <div className="min-w-0 flex-1">{inItem(item, boxes)}</div>
        </div>
      ) : (
        inItem(item, boxes)
      )}
    </li>
  ));
  return list.ordered ? <ol start={Number(list.start) || undefined}>{items}</ol> : <ul>{items}</ul>;
}

function Box({ item, boxes }: { item: Tokens.ListItem; boxes: Boxes }) {
  const index = boxes.next;
  const { onTick } = boxes;
  boxes.next += 1;
  return (
    <input
      type="checkbox"
      checked={item.checked === true}
      disabled={!onTick}
      aria-label={item.text.split("\n")[0]}
      onChange={() => onTick?.(index)}
      className="notes-box size-5 shrink-0 accent-done"
    />
  );
}

/** The content of an item: its own line stands beside its box without a paragraph around it. */
const inItem = ({ tokens }: Tokens.ListItem, boxes: Boxes): ReactNode =>
  tokens
    .filter(({ type }) => type !== "space" && type !== "checkbox")
    .map((token, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other keys
      <Fragment key={index}>
        {token.type === "text" ? inline([token], boxes) : block(token as MarkedToken, boxes)}
      </Fragment>
    ));

const inline = (tokens: readonly Token[] = [], boxes: Boxes): ReactNode =>
  tokens.map((token, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other keys
    <Fragment key={index}>{inlineToken(token as MarkedToken, boxes)}</Fragment>
  ));

function inlineToken(token: MarkedToken, boxes: Boxes): ReactNode {
  switch (token.type) {
    // Its box stands before the item already.
    case "checkbox":
      return null;
    case "text":
      return token.tokens ? inline(token.tokens, boxes) : resolveReferences(token.text);
    case "escape":
      return token.text;
    case "strong":
      return <strong>{inline(token.tokens, boxes)}</strong>;
    case "em":
      return <em>{inline(token.tokens, boxes)}</em>;
    case "del":
      return <del>{inline(token.tokens, boxes)}</del>;
    case "codespan":
      return <code dir="ltr">{token.text}</code>;
    case "br":
      return <br />;
    case "link":
      return <SafeLink href={token.href}>{inline(token.tokens, boxes)}</SafeLink>;
    case "image":
      // Loading it would tell its server who reads.
      return <SafeLink href={token.href}>{token.text || token.href}</SafeLink>;
    default:
      return token.raw;
  }
}

function SafeLink({ href, children }: { href: string; children: ReactNode }) {
  const safe = safeHref(href);
  if (safe === null) return children;
  return (
    <a
      href={safe}
      {...(!safe.startsWith("/") && { target: "_blank", rel: "noopener noreferrer nofollow" })}
    >
      <bdi>{children}</bdi>
    </a>
  );
}
