import { describe, expect, it } from "vitest";
import { type DateContext, dayIn, daysBetween, dueLabel, hourIn, longDate } from "./dates";

const english: DateContext = {
  language: "en",
  numerals: "western",
  timeZone: "Asia/Karachi",
  now: "2026-11-20T20:30:00.000Z",
  words: { today: "today", tomorrow: "tomorrow", yesterday: "yesterday" },
};

const urdu: DateContext = {
  ...english,
  language: "ur",
  words: { today: "آج", tomorrow: "کل", yesterday: "گزشتہ کل" },
};

describe("days in a zone", () => {
  it("are the person's, not the server's", () => {
    expect(dayIn("Asia/Karachi", new Date(english.now))).toBe("2026-11-21");
    expect(dayIn("America/New_York", new Date(english.now))).toBe("2026-11-20");
    expect(hourIn("Asia/Karachi", new Date("2026-11-20T19:00:00Z"))).toBe(0);
  });

  it("are counted across daylight saving and years", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-12-31", "2027-01-01")).toBe(1);
    expect(daysBetween("2026-11-21", "2026-11-20")).toBe(-1);
  });
});

describe("dueLabel", () => {
  it.each([
    ["2026-11-21", "today"],
    ["2026-11-22", "tomorrow"],
    ["2026-11-20", "yesterday"],
    ["2026-11-24", "Tue 24 Nov"],
    ["2026-12-24", "24 Dec"],
    ["2027-01-02", "2 Jan 2027"],
    ["2026-11-22T12:00:00Z", "tomorrow 17:00"],
    ["2026-11-20T19:05:00Z", "today 00:05"],
  ])("reads %s as %s", (due, label) => expect(dueLabel(due, english)).toBe(label));

  it("speaks Urdu", () => {
    expect(dueLabel("2026-11-22T12:00:00Z", urdu)).toBe("کل 17:00");
    expect(dueLabel("2026-12-24", urdu)).toBe("24 دسمبر");
  });
});

it("writes the date above a page", () => {
  expect(longDate(english)).toBe("Saturday 21 November");
  expect(longDate(urdu)).toBe("ہفتہ، 21 نومبر");
});
