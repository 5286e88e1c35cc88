import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DESCRIPTION_MAX } from "#app/tasks/task/task";
import { boxesOf, tickBox } from "./tick-box";

const NOTES: [notes: string, boxes: string][] = [
  ["- [ ] a\n- [x] b", "01"],
  ["* [ ] a\n+ [X] b", "01"],
  ["1. [ ] a\n2) [x] b", "01"],
  ["- [ ] a\n  - [x] b\n    - [ ] c\n- [x] d", "0101"],
  ["> - [ ] quoted\n\n- [x] b", "01"],
  ["```\n- [ ] code\n```\n- [ ] a\n- [x] b", "01"],
  ["    - [ ] code\n\ntext\n\n- [x] a", "1"],
  ["`- [ ] code`\n\n- [ ] a", "0"],
  ["- [ ] a\n\n  more of it\n\n- [x] b", "01"],
  ["- [ ] پاسپورٹ\n- [x] دو تصویریں", "01"],
  ["- - [ ] a\n  - [x] b", "01"],
  ["text\n- [ ] a\r\n- [x] b\r\n", "01"],
  ["- [ ] [a](https://a.example) [ ]\n- [x] b [x]", "01"],
  ["- [link](x)\n- [y] no\n-[ ] no", ""],
  ["<div>\n- [ ] in html\n</div>\n\n- [ ] a", "0"],
];

describe("a box of notes", () => {
  it.each(NOTES)("is found in %j", (notes, boxes) => {
    expect(boxesOf(notes).map(Number).join("")).toBe(boxes);
    for (const index of boxesOf(notes).keys()) {
      const ticked = tickBox(notes, index);
      expect(ticked, `${index}`).not.toBeNull();
      expect(boxesOf(ticked ?? "").map(Number)).toEqual(
        [...boxes].map((box, at) => (at === index ? 1 - Number(box) : Number(box))),
      );
    }
    expect(tickBox(notes, boxes.length)).toBeNull();
  });

  it("is the only thing that ticking changes, in any text", () => {
    const piece = fc.constantFrom(
      ...["- [ ] ", "- [x] ", "  - [ ] ", "1. [ ] ", "> ", "```\n", "\n", "\n\n", "a", "[ ]", "`"],
      ...["    ", "\t", "[x]", "- ", "<b>", "](x)", "ب"],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, fc.nat(10), (notes, index) => {
        const ticked = tickBox(notes, index);
        if (ticked === null) return;
        expect(ticked).toHaveLength(notes.length);
        const changed = [...notes].filter((letter, at) => letter !== ticked[at]);
        expect(changed).toHaveLength(1);
        expect(boxesOf(ticked)[index]).toBe(!boxesOf(notes)[index]);
      }),
    );
  });

  it("is found in bounded time, whatever the notes are", () => {
    const most = (text: string) => text.repeat(DESCRIPTION_MAX).slice(0, DESCRIPTION_MAX);
    for (const notes of [
      "- [ ] ",
      "- [ ] a\n",
      "> - [ ] ",
      "[",
      "*a_",
      "`- [ ] \n",
      "  - [ ] x\n",
    ]) {
      const began = performance.now();
      tickBox(most(notes), 40);
      expect(performance.now() - began, notes).toBeLessThan(3_000);
    }
  });
});
