import { expect, it } from "vitest";
import { parseRunEvent } from "./run-event";

it("passes known events with members that it does not know", () => {
  const row = { seq: 3, type: "message.delta", data: { text: "Hi", added_later: true } };
  expect(parseRunEvent(row)).toBe(row);
});

it("passes events of an unknown type, so that the numbers have no gaps", () => {
  for (const type of ["poll.opened", "toString", "constructor"]) {
    expect(parseRunEvent({ seq: 4, type, data: null })).toEqual({ seq: 4, type, data: null });
  }
});

it("throws on data that does not fit its type", () => {
  expect(() => parseRunEvent({ seq: 5, type: "message.delta", data: {} })).toThrow();
  expect(() => parseRunEvent({ seq: 6, type: "run.failed", data: null })).toThrow();
});
