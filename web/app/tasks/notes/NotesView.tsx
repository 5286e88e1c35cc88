import type { MarkedToken, Token, Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { inlineMarkdown } from "#app/platform/markdown/inline-markdown";
import { lexMarkdown, withFewSpaces } from "#app/platform/markdown/lex-markdown";

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
      return <p dir="auto">{inline(token.tokens)}</p>;
    case "heading":
      return (
        <p dir="auto" className="notes-heading">
          {inline(token.tokens)}
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
      return <p dir="auto">{inline([token])}</p>;
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
    // A finger needs more than the box.
    <label className="notes-reach">
      <input
        type="checkbox"
        checked={item.checked === true}
        disabled={!onTick}
        aria-label={item.text.split("\n")[0]}
        onChange={() => onTick?.(index)}
        className="notes-box size-5 shrink-0 accent-done"
      />
    </label>
  );
}

/** The content of an item: its own line stands beside its box without a paragraph around it. */
const inItem = ({ tokens }: Tokens.ListItem, boxes: Boxes): ReactNode =>
  tokens
    .filter(({ type }) => type !== "space" && type !== "checkbox")
    .map((token, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text has no other keys
      <Fragment key={index}>
        {token.type === "text" ? inline([token]) : block(token as MarkedToken, boxes)}
      </Fragment>
    ));

// Its box stands before the item already.
const inline = (tokens?: readonly Token[]): ReactNode =>
  inlineMarkdown(tokens, { box: () => null });
