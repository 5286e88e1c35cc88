import { describe, expect, it } from "vitest";
import { textLanguage } from "#app/conversations/messages/text-language";
import { resolveReferences, safeHref } from "#app/platform/markdown/lex-markdown";
import { blocksOf } from "./markdown";

const kinds = (text: string, streaming = false) =>
  blocksOf(text, undefined, streaming).map(({ token }) => token.type);
const languages = (text: string, language?: "en" | "ur") =>
  blocksOf(text, language).map((block) => block.language);

describe("blocksOf", () => {
  it("splits paragraphs, lists, code and tables", () => {
    expect(kinds("You have 2 tasks:\n- #1 a\n- #2 b\n\nThat is all.\nReally.")).toEqual([
      "paragraph",
      "list",
      "paragraph",
    ]);
    expect(kinds("# a\n```ts\nx\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |")).toEqual([
      "heading",
      "code",
      "table",
    ]);
    // The number of a task is not a heading.
    expect(kinds("#12 buy milk")).toEqual(["paragraph"]);
  });

  it("accepts an incomplete text", () => {
    expect(kinds("", true)).toEqual([]);
    expect(kinds("```ts\nconst a", true)).toEqual(["code"]);
    // The dash of an incomplete list is not a heading's underline.
    expect(kinds("Tasks:\n-", true)).toEqual(["paragraph"]);
    const [block] = blocksOf("see **this", undefined, true);
    expect(JSON.stringify(block?.token)).toContain('"strong"');
    const [link] = blocksOf("see [this](http://exa", undefined, true);
    expect(link?.token).toMatchObject({ type: "paragraph", text: "see this" });
  });

  it("detects the language of each block", () => {
    expect(languages("Here it is:\n\nدودھ لانا")).toEqual(["en", "ur"]);
    expect(languages("یہ رہے آپ کے کام:\n- buy milk and eggs · کل\n- call the bank", "ur")).toEqual(
      ["ur", "ur"],
    );
    expect(languages("یہ رہا:\n\nnpm install\n\n۱۲", "ur")).toEqual(["ur", "en", "ur"]);
    expect(languages("`دودھ` is Urdu")).toEqual(["en"]);
  });
});

it("rejects links that are not safe", () => {
  for (const href of ["https://karlo.example/a?b=1", "mailto:a@example.com", "/tasks?task=3"]) {
    expect(safeHref(href)).toBe(href);
  }
  for (const href of [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil.example",
    "/\\evil.example",
    "tasks",
    "",
  ]) {
    expect(safeHref(href)).toBeNull();
  }
});

it("resolves character references", () => {
  expect(resolveReferences("a &amp; b &lt;c&gt; &#39;d&#39; &nosuch;")).toBe(
    "a & b <c> 'd' &nosuch;",
  );
});

it("detects a language by its script", () => {
  expect(textLanguage("میرے کام دکھاؤ")).toBe("ur");
  expect(textLanguage("mere kaam dikhao")).toBe("en");
  expect(textLanguage("دودھ لانا by 5pm")).toBe("ur");
  expect(textLanguage("17:00")).toBe("en");
});
