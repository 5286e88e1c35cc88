import { describe, expect, it } from "vitest";
import { streak } from "./get-stats.server";
import { isRecurrence, nextOccurrence } from "./recurrence";

const next = (rule: string, due: string | null, zone = "Asia/Karachi", today = "2026-11-21") =>
  nextOccurrence(rule, due, zone, today);

describe("recurrence", () => {
  it.each(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=1;INTERVAL=2"])(
    "takes %s",
    (rule) => expect(isRecurrence(rule)).toBe(true),
  );

  it.each(["", "daily", "FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=DAILY\nDTSTART:20260101"])(
    "refuses %j",
    (rule) => expect(isRecurrence(rule)).toBe(false),
  );

  it.each([
    ["FREQ=DAILY", "2026-11-21", "2026-11-22"],
    ["FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-26", "2026-11-30"],
    ["FREQ=MONTHLY", "2026-01-31", "2026-03-31"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-02-28"],
    ["FREQ=YEARLY", "2024-02-29", "2028-02-29"],
    ["FREQ=DAILY", "2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z"],
  ])("%s after %s is %s", (rule, due, expected) => expect(next(rule, due)?.dueAt).toBe(expected));

  it("keeps the time on the wall across daylight saving", () => {
    // 09:00 in New York, before and after the clocks go forward on 8 March 2026.
    const due = next("FREQ=DAILY", "2026-03-07T14:00:00Z", "America/New_York");
    expect(due?.dueAt).toBe("2026-03-08T13:00:00Z");
  });

  it("counts from today without a due date, and down to the end", () => {
    expect(next("FREQ=DAILY", null)).toEqual({ dueAt: "2026-11-22", recurrence: "FREQ=DAILY" });
    expect(next("FREQ=DAILY;COUNT=3", "2026-11-21")?.recurrence).toBe("FREQ=DAILY;COUNT=2");
    expect(next("FREQ=DAILY;COUNT=1", "2026-11-21")).toBeNull();
    expect(next("FREQ=DAILY;UNTIL=20261121", "2026-11-21")).toBeNull();
  });
});

describe("the streak", () => {
  it.each([
    [["2026-11-21", "2026-11-20", "2026-11-19"], 3],
    [["2026-11-20", "2026-11-19"], 2],
    [["2026-11-19"], 0],
    [[], 0],
  ])("of %j is %i", (days, length) => expect(streak(new Set(days), "2026-11-21")).toBe(length));
});
