import { Fragment } from "react";
import { directionOf } from "#app/i18n/language";
import { textLanguage } from "./text-language";

type Block = { kind: "text"; lines: string[] } | { kind: "list"; lines: string[] };

/** Paragraphs, and runs of lines that begin with a dash. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (const line of text.split("\n")) {
    const item = /^\s*[-•–]\s+(.*)$/.exec(line);
    const kind = item ? "list" : "text";
    const last = blocks.at(-1);
    if (last?.kind === kind && line.trim() !== "") last.lines.push(item?.[1] ?? line);
    else if (line.trim() !== "") blocks.push({ kind, lines: [item?.[1] ?? line] });
  }
  return blocks;
}

/** A number keeps its sign in front of it, and what stands between dots its own direction. */
function Line({ text }: { text: string }) {
  const pieces = text.replace(/#\d+/g, "\u2066$&\u2069").split(" · ");
  if (pieces.length === 1) return pieces[0];
  return pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line are only ever added to
    <Fragment key={index}>
      {index > 0 && " · "}
      <bdi>{piece}</bdi>
    </Fragment>
  ));
}

/** The assistant's words, set in the language they are in. */
export function Prose({
  text,
  language = textLanguage(text),
  growing,
}: {
  text: string;
  language?: "en" | "ur" | "ur-Latn";
  growing: boolean;
}) {
  const blocks = blocksOf(text);
  return (
    <div lang={language} dir={directionOf(language)} className="prose flex flex-col gap-2">
      {blocks.map(({ kind, lines }, index) => {
        const caret = growing && index === blocks.length - 1 && <Caret />;
        const last = lines.length - 1;
        const key = `${index}`;
        if (kind === "list") {
          return (
            <ul key={key} className="border-t">
              {lines.map((line, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
                <li key={at} className="border-b py-1">
                  <Line text={line} />
                  {at === last && caret}
                </li>
              ))}
            </ul>
          );
        }
        return (
          <p key={key}>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
              <Fragment key={at}>
                {at > 0 && <br />}
                <Line text={line} />
                {at === last && caret}
              </Fragment>
            ))}
          </p>
        );
      })}
    </div>
  );
}

const Caret = () => (
  <span
    aria-hidden="true"
    className="caret ms-0.5 inline-block h-[1em] w-0.5 bg-ink align-[-0.15em]"
  />
);
