import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import NotesView from "./NotesView";
import { boxesOf } from "./tick-box";

const shown = (notes: string) => renderToStaticMarkup(<NotesView notes={notes} />);
/** The boxes that are shown, in their order. */
const shownBoxes = (html: string) =>
  [...html.matchAll(/<input[^>]*>/g)].map(([box]) => box.includes("checked"));

describe("notes", () => {
  it("show links that are safe to follow, and nothing else of what is in them", () => {
    const html = shown(
      [
        "[a](https://a.example) <https://b.example> www.c.example mailto:d@e.example",
        "[x](javascript:alert(1)) [y](data:text/html,x) [z](//evil.example) ![i](https://i.example/x.png)",
        '<script>alert(1)</script> <img src=x onerror="alert(1)"> &lt;b&gt; &amp;',
      ].join("\n\n"),
    );
    const links = [...html.matchAll(/<a href="([^"]*)"([^>]*)>/g)];
    expect(links.map(([, href]) => href)).toEqual([
      "https://a.example",
      "https://b.example",
      "http://www.c.example",
      "mailto:d@e.example",
      "https://i.example/x.png",
    ]);
    for (const [, , rest] of links) expect(rest).toContain('rel="noopener noreferrer nofollow"');
    expect(html).not.toMatch(/<(script|img|b)\b/);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("keep the lines of plain text", () => {
    expect(shown("one\ntwo\n\nthree")).toBe(
      '<div class="notes"><p dir="auto">one<br/>two</p><p dir="auto">three</p></div>',
    );
  });

  it("count their boxes as ticking does, in any text", () => {
    const piece = fc.constantFrom(
      ...["- [ ] ", "- [x] ", "  - [ ] ", "1. [ ] ", "> ", "```\n", "\n", "\n\n", "a", "[ ]", "`"],
      ...["    ", "\t", "[x]", "- ", "<b>", "](x)", "|", "| a |\n|---|\n", "**", "ب"],
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
        (notes) => {
          expect(shownBoxes(shown(notes))).toEqual(boxesOf(notes));
        },
      ),
      { numRuns: 400 },
    );
  });
});
