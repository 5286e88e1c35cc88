import { describe, expect, it } from "vitest";
import { blocksOf, readable, safeHref } from "./markdown";
import { textLanguage } from "./text-language";

const kinds = (text: string, growing = false) =>
  blocksOf(text, undefined, growing).map(({ token }) => token.type);
const languages = (text: string, language?: "en" | "ur") =>
  blocksOf(text, language).map((block) => block.language);

describe("blocksOf", () => {
  it("parts paragraphs, lists, code and tables", () => {
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
    // The number of a task is no heading.
    expect(kinds("#12 buy milk")).toEqual(["paragraph"]);
  });

  it("takes a text that has only begun", () => {
    expect(kinds("", true)).toEqual([]);
    expect(kinds("```ts\nconst a", true)).toEqual(["code"]);
    // A list that begins is not the underline of a heading.
    expect(kinds("Tasks:\n-", true)).toEqual(["paragraph"]);
    const [block] = blocksOf("see **this", undefined, true);
    expect(JSON.stringify(block?.token)).toContain('"strong"');
    const [link] = blocksOf("see [this](http://exa", undefined, true);
    expect(link?.token).toMatchObject({ type: "paragraph", text: "see this" });
  });

  it("sets each block in its own language", () => {
    expect(languages("Here it is:\n\nدودھ لانا")).toEqual(["en", "ur"]);
    expect(languages("یہ رہے آپ کے کام:\n- buy milk and eggs · کل\n- call the bank", "ur")).toEqual(
      ["ur", "ur"],
    );
    expect(languages("یہ رہا:\n\nnpm install\n\n۱۲", "ur")).toEqual(["ur", "en", "ur"]);
    expect(languages("`دودھ` is Urdu")).toEqual(["en"]);
  });
});

it("follows no link that could do something", () => {
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

it("resolves the references that models write", () => {
  expect(readable("a &amp; b &lt;c&gt; &#39;d&#39; &nosuch;")).toBe("a & b <c> 'd' &nosuch;");
});

it("tells a language by its letters", () => {
  expect(textLanguage("میرے کام دکھاؤ")).toBe("ur");
  expect(textLanguage("mere kaam dikhao")).toBe("en");
  expect(textLanguage("دودھ لانا by 5pm")).toBe("ur");
  expect(textLanguage("17:00")).toBe("en");
});
