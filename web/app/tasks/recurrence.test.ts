import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streak } from "./get-stats.server";
import { isRecurrence, nextOccurrence } from "./recurrence";

const next = (rule: string, due: string | null, zone = "Asia/Karachi", today = "2026-11-21") =>
  nextOccurrence(rule, { dueAt: due }, zone, today);

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

const zones = fc.constantFrom(
  "Asia/Karachi",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Pacific/Apia",
  "Asia/Beirut",
);

describe("a rule, in every zone and across daylight saving", () => {
  const dates = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2037-12-31"),
    noInvalidDate: true,
  });
  const local = (moment: string, zone: string) =>
    Temporal.Instant.from(moment).toZonedDateTimeISO(zone);

  it("gives the same time on the wall on the next day, unless the clocks leave it out", () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const due = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
        const was = local(due, zone);
        const is = local(next("FREQ=DAILY", due, zone)?.dueAt ?? "", zone);
        const wanted = was.toPlainDateTime().add({ days: 1 }).toZonedDateTime(zone);
        const inGap = !wanted.toPlainTime().equals(was.toPlainTime());
        expect(is.epochMilliseconds).toBeGreaterThan(was.epochMilliseconds);
        if (!inGap) expect(is.toPlainDateTime().equals(wanted.toPlainDateTime())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("gives days that know no zone", () => {
    fc.assert(
      fc.property(dates, zones, fc.integer({ min: 1, max: 30 }), (date, zone, interval) => {
        const day = date.toISOString().slice(0, 10);
        const expected = Temporal.PlainDate.from(day).add({ days: interval }).toString();
        expect(next(`FREQ=DAILY;INTERVAL=${interval}`, day, zone)?.dueAt).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("counts down what a move has passed over", () => {
    const moved = nextOccurrence(
      "FREQ=DAILY;COUNT=5",
      { dueAt: "2026-11-23", seriesAt: "2026-11-21" },
      "UTC",
      "2026-11-21",
    );
    expect(moved).toEqual({ dueAt: "2026-11-24", recurrence: "FREQ=DAILY;COUNT=2" });
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
