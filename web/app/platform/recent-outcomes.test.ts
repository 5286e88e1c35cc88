import { expect, it } from "vitest";
import { createRecentOutcomes } from "./recent-outcomes";

const MINUTE = 60_000;

it.each([
  ["", "works"],
  ["+", "works"],
  ["-", "partly"],
  ["--", "partly"],
  ["---", "down"],
  ["+---", "down"],
  ["---+", "partly"],
  ["++++++++++-", "works"],
  ["+-+-+-+", "partly"],
  ["-".repeat(50), "down"],
  [`${"-".repeat(50)}${"+".repeat(20)}`, "works"],
])("%s: %s", (outcomes, working) => {
  const recent = createRecentOutcomes(() => 0);
  for (const outcome of outcomes) recent.record(outcome === "+");
  expect(recent.working).toBe(working);
});

it("forgets what was long ago", () => {
  let now = 0;
  const recent = createRecentOutcomes(() => now);
  for (let at = 0; at < 3; at++) recent.record(false);
  now = 14 * MINUTE;
  expect(recent.working).toBe("down");
  now = 16 * MINUTE;
  expect(recent.working).toBe("works");
});
