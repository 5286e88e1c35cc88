import { Check, Copy } from "lucide-react";
import type { MarkedToken, Token, Tokens } from "marked";
import { Fragment, memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { textLanguage } from "#app/conversations/messages/text-language";
import { directionOf } from "#app/i18n/language";
import { inlineMarkdown } from "#app/platform/markdown/inline-markdown";
import { useCopy } from "#app/ui/controls/use-copy";
import { blocksOf, type TextLanguage } from "./markdown";

/**
 * Renders a model's Markdown, each block in its own language and direction. Renders no HTML, loads
 * no external resource and sets no style, so that the page's content security policy holds for any
 * text.
 */
export function Markdown({
  text,
  language,
  streaming,
}: {
  text: string;
  language?: TextLanguage;
  /** True while the text is incomplete. */
  streaming: boolean;
}) {
  const blocks = blocksOf(text, language, streaming);
  return (
    <div className="markdown prose" data-growing={streaming || undefined}>
      {blocks.map(({ token, language: own }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only appended
        <Block key={index} token={token} language={own} />
      ))}
    </div>
  );
}

/** Memoized: complete blocks are not rendered again while the next one streams. */
const Block = memo(
  function Block({ token, language }: { token: MarkedToken; language: TextLanguage }) {
    const set = { lang: language, dir: directionOf(language) };
    switch (token.type) {
      case "paragraph":
        return <p {...set}>{inline(token.tokens)}</p>;
      case "heading":
        return token.depth < 3 ? (
          <h3 {...set}>{inline(token.tokens)}</h3>
        ) : (
          <h4 {...set}>{inline(token.tokens)}</h4>
        );
      case "list":
        return <List list={token} {...set} />;
      case "blockquote":
        return <blockquote {...set}>{nested(token.tokens, language)}</blockquote>;
      case "code":
        return <CodeBlock code={token.text} language={token.lang} />;
      case "table":
        return <Table table={token} {...set} />;
      case "hr":
        return <hr />;
      default:
        return <p {...set}>{inline([token])}</p>;
    }
  },
  (before, after) =>
    before.token.raw === after.token.raw &&
    before.token.type === after.token.type &&
    before.language === after.language,
);

function nested(tokens: Token[], language: TextLanguage): ReactNode {
  return tokens
    .filter(({ type }) => type !== "space")
    .map((token, index) => {
      const key = `${index}`;
      if (token.type === "text") return <Fragment key={key}>{inline([token])}</Fragment>;
      if (token.type === "checkbox") return <Fragment key={key}>{mark(token.checked)}</Fragment>;
      return <Block key={key} token={token as MarkedToken} language={language} />;
    });
}

const mark = (checked: boolean) => (checked ? "☑ " : "☐ ");

function List({ list, ...set }: { list: Tokens.List; lang: string; dir: "ltr" | "rtl" }) {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items are only appended
    <li key={index}>{nested(item.tokens, set.lang as TextLanguage)}</li>
  ));
  return list.ordered ? (
    <ol start={Number(list.start) || undefined} {...set}>
      {items}
    </ol>
  ) : (
    <ul {...set}>{items}</ul>
  );
}

function Table({ table, ...set }: { table: Tokens.Table; lang: string; dir: "ltr" | "rtl" }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={t("chatBox.table")} tabIndex={0} className="overflow-x-auto" {...set}>
      <table>
        <thead>
          <tr>
            {table.header.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
              <th key={index} scope="col">
                {inline(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are only appended
            <tr key={at}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are fixed
                <td key={index}>{inline(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CodeBlock({ code, language }: { code: string; language?: string }) {
  const { t } = useTranslation();
  const { copied, copy } = useCopy();
  const Glyph = copied ? Check : Copy;
  return (
    <div dir="ltr" lang="en" className="border bg-raised">
      <div className="flex items-center justify-between border-b ps-3">
        <span className="note text-quiet">{language}</span>
        <button
          type="button"
          onClick={() => copy(code)}
          aria-label={t(copied ? "chatBox.copied" : "chatBox.copyCode")}
          title={t("chatBox.copyCode")}
          className="inline-flex size-9 items-center justify-center text-quiet pointer:hover:text-ink"
        >
          <Glyph aria-hidden="true" size={16} strokeWidth={1.5} />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="overflow-x-auto p-3">
        <code>{code}</code>
      </pre>
    </div>
  );
}

const OWN = { text: (text: string) => <BidiText text={text} /> };

const inline = (tokens?: Token[]): ReactNode => inlineMarkdown(tokens, OWN);

/**
 * Text with isolated directions: "#12" stays left-to-right and before its title, and each piece
 * between dots has its own direction.
 */
function BidiText({ text }: { text: string }) {
  return text.split(" · ").map((piece, index, pieces) => {
    const [, number, rest = ""] = /^(#[\d۰-۹]+ )?(.*)$/s.exec(piece) ?? [];
    const words = rest.replace(/#[\d۰-۹]+/g, "\u2066$&\u2069");
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces are only appended
      <Fragment key={index}>
        {index > 0 && " · "}
        {number && <bdi dir="ltr">{number.trim()}</bdi>}
        {number && " "}
        {number || pieces.length > 1 ? (
          <bdi lang={textLanguage(rest) === "ur" ? "ur" : undefined}>{words}</bdi>
        ) : (
          words
        )}
      </Fragment>
    );
  });
}
