import { expect, it } from "vitest";
import { isClock, suggestTimes } from "./clock";

it("offers the half hours of the day, or what was read and what may be meant", () => {
  const all = suggestTimes(" ", null);
  expect(all).toHaveLength(48);
  expect(all.every(isClock)).toBe(true);
  expect(suggestTimes("noonish", null)).toEqual([]);
  const offers: [string, string, string[]][] = [
    ["5", "17:00", ["17:00", "05:00", "17:15", "17:30", "17:45"]],
    ["5:30", "05:30", ["05:30", "17:30", "05:45", "06:00", "06:15"]],
    ["۵", "17:00", ["17:00", "05:00", "17:15", "17:30", "17:45"]],
    ["12", "12:00", ["12:00", "00:00", "12:15", "12:30", "12:45"]],
    ["5pm", "17:00", ["17:00", "17:15", "17:30", "17:45"]],
    ["شام 5", "17:00", ["17:00", "17:15", "17:30", "17:45"]],
    ["17", "17:00", ["17:00", "17:15", "17:30", "17:45"]],
    ["۱۷", "17:00", ["17:00", "17:15", "17:30", "17:45"]],
    ["05:00", "05:00", ["05:00", "05:15", "05:30", "05:45"]],
    ["23:50", "23:50", ["23:50", "00:05", "00:20", "00:35"]],
  ];
  for (const [text, read, times] of offers) expect(suggestTimes(text, read), text).toEqual(times);
});
