import { expect, it } from "vitest";
import { LINE_MAX } from "./line-max";
import { sharedWords } from "./shared-words";

const words = (shared: Record<string, string>) => sharedWords(new URLSearchParams(shared));

it("makes one line of what another app shares", () => {
  expect(words({ add_title: "Recipe", add: "for Eid", add_link: "https://a.example/1" })).toBe(
    "Recipe for Eid https://a.example/1",
  );
  expect(words({ add: "دودھ\n  لانا" })).toBe("دودھ لانا");
});

it("says nothing twice", () => {
  const link = "https://a.example/1";
  expect(words({ add: `Look: ${link}`, add_link: link })).toBe(`Look: ${link}`);
  expect(words({ add_title: "Recipe", add: "Recipe" })).toBe("Recipe");
});

it("tells an empty line from none, and cuts a long one", () => {
  expect(words({ status: "all" })).toBeNull();
  expect(words({ add: "" })).toBe("");
  expect(words({ add: "🙂".repeat(LINE_MAX) })).toHaveLength(LINE_MAX);
});
