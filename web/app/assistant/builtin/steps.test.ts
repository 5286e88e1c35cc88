import { describe, expect, it } from "vitest";
import { converse } from "./corpus/converse";

const seeds = [
  { id: 3, title: "car service" },
  { id: 4, title: "گاڑی کی سروس" },
  { id: 5, title: "gari ki service" },
];

const stepsOf = (text: string, rest = {}) => {
  const { calls } = converse(text, seeds, rest);
  return calls
    .filter(({ name }) => name === "create_task")
    .map(({ arguments: { title, parent_id } }) => [title, parent_id]);
};

describe("steps in the chat", () => {
  it.each([
    ["break the car service down into call, book, pay", 3, ["call", "book", "pay"]],
    ["Please break down car service into steps: call, book and pay.", 3, ["call", "book", "pay"]],
    ["split #3 into call and book", 3, ["call", "book"]],
    ["add a step wash it to the car service", 3, ["wash it"]],
    ["add steps call, pay to car service", 3, ["call", "pay"]],
    ["add call the garage as a step of the car service", 3, ["call the garage"]],
    ["گاڑی کی سروس کو فون، بکنگ اور ادائیگی میں تقسیم کریں", 4, ["فون", "بکنگ", "ادائیگی"]],
    ["گاڑی کی سروس میں ایک قدم دھلائی شامل کریں", 4, ["دھلائی"]],
    ["gari ki service ko call, book aur pay mein tor dein", 5, ["call", "book", "pay"]],
  ])("understands “%s”", (text, id, titles) => {
    expect(stepsOf(text)).toEqual(titles.map((title) => [title, id]));
  });

  it("makes the task that is broken down where there is none, and means by “it” what was shown", () => {
    expect(stepsOf("break my visa application down into fill form, photos, pay fee")).toEqual([
      ["visa application", undefined],
      ["fill form", 6],
      ["photos", 6],
      ["pay fee", 6],
    ]);
    const shown = [{ id: 3, title: "car service" }];
    expect(stepsOf("break it down into call, book", { shown })).toEqual([
      ["call", 3],
      ["book", 3],
    ]);
  });

  it("leaves other messages alone", () => {
    expect(stepsOf("add step stool to buy")).not.toContainEqual(["stool", expect.anything()]);
    expect(stepsOf("add break dance class tomorrow")).toEqual([["break dance class", undefined]]);
    expect(converse("add a step call to the opera", seeds).calls.map(({ name }) => name)).toEqual([
      "search_tasks",
    ]);
  });
});
