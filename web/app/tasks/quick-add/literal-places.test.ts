import { describe, expect, it } from "vitest";
import { movePlaces, readPlaces, writePlaces } from "./literal-places";

describe("literal places of a line that is edited", () => {
  const line = "call friday at 5";
  const friday = { start: 5, end: 11 };
  it.each([
    ["words before them", "do call friday at 5", { start: 8, end: 14 }],
    ["words before them that go", "friday at 5", { start: 0, end: 6 }],
    ["words behind them", "call friday at 5pm", friday],
    ["a letter at their end", "call fridays at 5", friday],
    ["themselves", "call frday at 5", null],
    ["all of the line", "buy milk", null],
  ])("move with an edit of %s", (_, after, expected) => {
    expect(movePlaces([friday], line, after)).toEqual(expected ? [expected] : []);
  });

  it("are written to a form and read back", () => {
    const places = [friday, { start: 12, end: 16 }];
    expect(readPlaces(writePlaces(places))).toEqual(places);
    expect(readPlaces("")).toEqual([]);
    expect(readPlaces("date,3-,-4,1-2,999999-3")).toEqual([{ start: 1, end: 2 }]);
  });
});
