import { describe, expect, it } from "vitest";
import {
  type DateContext,
  dayIn,
  daysBetween,
  dueLabel,
  hourIn,
  longDate,
  spanLabel,
  weekStart,
} from "./dates";

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

describe("days in a time zone", () => {
  it("depend on the given zone, not on the server's", () => {
    expect(dayIn("Asia/Karachi", new Date(english.now))).toBe("2026-11-21");
    expect(dayIn("America/New_York", new Date(english.now))).toBe("2026-11-20");
    expect(hourIn("Asia/Karachi", new Date("2026-11-20T19:00:00Z"))).toBe(0);
  });

  it("are counted across daylight saving changes and years", () => {
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
  ])("formats %s as %s", (due, label) => expect(dueLabel(due, english)).toBe(label));

  it.each([
    ["2026-11-22T12:00:00Z", "tomorrow 5:00 pm", "کل شام 5:00"],
    ["2026-11-22T07:30:00Z", "tomorrow 12:30 pm", "کل دوپہر 12:30"],
    ["2026-11-21T19:05:00Z", "tomorrow 12:05 am", "کل رات 12:05"],
    ["2026-11-22T02:00:00Z", "tomorrow 7:00 am", "کل صبح 7:00"],
    ["2026-11-22T16:00:00Z", "tomorrow 9:00 pm", "کل رات 9:00"],
  ])("formats %s in 12 hours as %s and %s", (due, inEnglish, inUrdu) => {
    expect(dueLabel(due, { ...english, clock: 12 })).toBe(inEnglish);
    expect(dueLabel(due, { ...urdu, clock: 12 })).toBe(inUrdu);
  });

  it("adds the end of what lasts, on the same day", () => {
    const at = "2026-11-22T12:00:00Z";
    expect(spanLabel(at, 60, english)).toBe("tomorrow 17:00–18:00");
    expect(spanLabel(at, 60, { ...urdu, clock: 12 })).toBe("کل شام 5:00–شام 6:00");
    expect(spanLabel(at, 600, english)).toBe("tomorrow 17:00");
    expect(spanLabel(at, null, english)).toBe("tomorrow 17:00");
    expect(spanLabel("2026-11-22", 60, english)).toBe("tomorrow");
  });

  it("uses Urdu words", () => {
    expect(dueLabel("2026-11-22T12:00:00Z", urdu)).toBe("کل 17:00");
    expect(dueLabel("2026-12-24", urdu)).toBe("24 دسمبر");
  });
});

it("begins weeks as chosen, or as the language does", () => {
  expect([english, urdu].map(weekStart)).toEqual([1, 0]);
  expect([1, 6, 7].map((firstWeekday) => weekStart({ ...urdu, firstWeekday }))).toEqual([1, 6, 0]);
});

it("formats the heading of a page", () => {
  expect(longDate(english)).toBe("Saturday 21 November");
  expect(longDate(urdu)).toBe("ہفتہ، 21 نومبر");
});
