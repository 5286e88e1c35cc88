import { describe, expect, it } from "vitest";
import { lineAnswers } from "./answer-line";
import { readQuickAdd } from "./read-quick-add";

// Sunday, 29 November 2026, 14:00 in Karachi.
const context = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };

describe("the answers to a line that asks for a day", () => {
  it.each([
    ["call Sara tuesday or wednesday", "call Sara", ["2026-12-01", "2026-12-02"]],
    [
      "call Sara tuesday or wednesday at 5pm",
      "call Sara",
      ["2026-12-01 17:00", "2026-12-02 17:00"],
    ],
    ["pay rent on friday 5 december", "pay rent", ["2026-12-05", "2026-12-04"]],
    ["سارہ کو پیر یا جمعے کو بلانا", "سارہ کو بلانا", ["2026-11-30", "2026-12-04"]],
    ["sara ko peer ya jume ko bulana", "sara ko bulana", ["2026-11-30", "2026-12-04"]],
    ["call Sara on tuesday", "", []],
    ["call Sara or Wasim", "", []],
  ])("%s", (line, title, points) => {
    const answers = lineAnswers(line, context);
    const read = answers.map((answer) => readQuickAdd(answer.line, context));
    expect(read.map(({ value }) => value)).toEqual(
      points.map((point) => {
        const [day, time = null] = point.split(" ");
        return expect.objectContaining({ day, time });
      }),
    );
    for (const reading of read) expect(reading.title).toBe(title);
    expect(answers.map(({ day }) => day)).toEqual(points.map((point) => point.slice(0, 10)));
  });
});
