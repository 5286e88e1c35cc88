import { expect, it } from "vitest";
import { blocksOf } from "./Prose";
import { textLanguage } from "./text-language";

it("parts paragraphs and lists", () => {
  expect(blocksOf("You have 2 tasks:\n- #1 a\n- #2 b\n\nThat is all.\nReally.")).toEqual([
    { kind: "text", lines: ["You have 2 tasks:"] },
    { kind: "list", lines: ["#1 a", "#2 b"] },
    { kind: "text", lines: ["That is all.", "Really."] },
  ]);
});

it("takes a text that has only begun", () => {
  expect(blocksOf("")).toEqual([]);
  expect(blocksOf("-")).toEqual([{ kind: "text", lines: ["-"] }]);
});

it("tells a language by its letters", () => {
  expect(textLanguage("میرے کام دکھاؤ")).toBe("ur");
  expect(textLanguage("mere kaam dikhao")).toBe("en");
  expect(textLanguage("دودھ لانا by 5pm")).toBe("ur");
  expect(textLanguage("17:00")).toBe("en");
});
