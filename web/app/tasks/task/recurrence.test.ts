import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { streak } from "#app/tasks/statistics/get-stats.server";
import { nextOccurrence, occurrencesBetween } from "./recurrence";

/** By default nothing is late. */
const next = (rule: string, due: string | null, zone = "Asia/Karachi", today = "1999-12-01") =>
  nextOccurrence(rule, { dueAt: due }, zone, today);

describe("recurrence", () => {
  it.each([
    ["FREQ=DAILY", "2026-11-21", "2026-11-22"],
    ["FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-26", "2026-11-30"],
    ["FREQ=MONTHLY", "2026-01-31", "2026-03-31"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-02-28"],
    ["FREQ=YEARLY", "2024-02-29", "2028-02-29"],
    ["FREQ=DAILY", "2026-11-21T12:00:00Z", "2026-11-22T12:00:00Z"],
  ])("%s after %s is %s", (rule, due, expected) => expect(next(rule, due)?.dueAt).toBe(expected));

  it("keeps the wall-clock time across daylight saving", () => {
    // 09:00 in New York, before and after the clocks go forward on 8 March 2026.
    const due = next("FREQ=DAILY", "2026-03-07T14:00:00Z", "America/New_York");
    expect(due?.dueAt).toBe("2026-03-08T13:00:00Z");
  });

  it("starts from today without a due date, and ends with COUNT or UNTIL", () => {
    const today = "2026-11-21";
    expect(next("FREQ=DAILY", null, "UTC", today)).toEqual({
      dueAt: "2026-11-22",
      recurrence: "FREQ=DAILY",
    });
    expect(next("FREQ=DAILY;COUNT=3", "2026-11-21")?.recurrence).toBe("FREQ=DAILY;COUNT=2");
    expect(next("FREQ=DAILY;COUNT=1", "2026-11-21")).toBeNull();
    expect(next("FREQ=DAILY;UNTIL=20261121", "2026-11-21")).toBeNull();
  });
});

describe("what is late", () => {
  const late = (rule: string, due: string, zone?: string) => next(rule, due, zone, "2026-11-30");

  it.each([
    ["FREQ=DAILY", "2026-11-21", "2026-12-01"],
    ["FREQ=DAILY;INTERVAL=4", "2026-11-21", "2026-12-03"],
    ["FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-05", "2026-12-03"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-02", "2026-12-14"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "2026-06-30", "2026-12-31"],
    ["FREQ=DAILY", "2026-11-21T04:00:00Z", "2026-12-01T04:00:00Z"],
    ["FREQ=DAILY", "2026-12-05", "2026-12-06"],
  ])("goes on after today: %s since %s on %s", (rule, due, expected) =>
    expect(late(rule, due)?.dueAt).toBe(expected),
  );

  it("goes by the day in the zone", () => {
    // 23:00 on 29 November in New York is the 30th in UTC, and on 30 November the 1st.
    expect(late("FREQ=DAILY", "2026-11-30T04:00:00Z", "America/New_York")?.dueAt).toBe(
      "2026-12-02T04:00:00Z",
    );
  });

  it("has used up the occurrences of COUNT that were missed, and ends with UNTIL", () => {
    expect(late("FREQ=DAILY;COUNT=12", "2026-11-21")).toEqual({
      dueAt: "2026-12-01",
      recurrence: "FREQ=DAILY;COUNT=2",
    });
    expect(late("FREQ=DAILY;COUNT=10", "2026-11-21")).toBeNull();
    expect(late("FREQ=DAILY;UNTIL=20261130", "2026-11-21")).toBeNull();
    expect(late("FREQ=DAILY;UNTIL=20261201", "2026-11-21")?.dueAt).toBe("2026-12-01");
  });
});

describe("a rule that is counted from completion", () => {
  const done = (rule: string, dueAt: string | null, today: string, except: string[] = []) =>
    nextOccurrence(rule, { dueAt, from: "completion", except }, "Asia/Karachi", today);

  it.each([
    ["FREQ=DAILY;INTERVAL=3", "2026-11-21", "2026-11-30", "2026-12-03"],
    ["FREQ=DAILY;INTERVAL=3", "2026-12-04", "2026-11-30", "2026-12-03"],
    ["FREQ=DAILY;INTERVAL=3", null, "2026-11-30", "2026-12-03"],
    ["FREQ=WEEKLY", "2026-11-21", "2026-11-30", "2026-12-07"],
    ["FREQ=WEEKLY;BYDAY=FR", "2026-11-20", "2026-11-30", "2026-12-04"],
    ["FREQ=MONTHLY", "2026-01-20", "2026-01-31", "2026-02-28"],
    ["FREQ=YEARLY", "2024-01-20", "2024-02-29", "2025-02-28"],
    ["FREQ=DAILY;INTERVAL=3", "2026-11-21T04:00:00Z", "2026-11-30", "2026-12-03T04:00:00Z"],
  ])("%s due %s, done on %s, is due on %s", (rule, due, today, expected) =>
    expect(done(rule, due, today)?.dueAt).toBe(expected),
  );

  it("counts what was done, and ends with COUNT or UNTIL", () => {
    expect(done("FREQ=DAILY;COUNT=3", "2026-11-21", "2026-11-30")).toEqual({
      dueAt: "2026-12-01",
      recurrence: "FREQ=DAILY;COUNT=2",
    });
    expect(done("FREQ=DAILY;COUNT=1", "2026-11-21", "2026-11-30")).toBeNull();
    expect(done("FREQ=DAILY;UNTIL=20261130", "2026-11-21", "2026-11-30")).toBeNull();
  });

  it("goes over the days that are left out", () => {
    const days = ["2026-12-01", "2026-12-02"];
    expect(done("FREQ=DAILY", "2026-11-21", "2026-11-30", days)?.dueAt).toBe("2026-12-03");
  });
});

describe("days that are left out", () => {
  const except = ["2026-12-01", "2026-12-02"];

  it("are no occurrence, and count for COUNT", () => {
    const occurrence = { dueAt: "2026-11-30", except };
    expect(nextOccurrence("FREQ=DAILY;COUNT=5", occurrence, "UTC", "2026-11-30")).toEqual({
      dueAt: "2026-12-03",
      recurrence: "FREQ=DAILY;COUNT=2",
    });
    expect(nextOccurrence("FREQ=DAILY;COUNT=3", occurrence, "UTC", "2026-11-30")).toBeNull();
  });

  it("are days of the zone", () => {
    // 02:00 on 2 December in Karachi, which is the 1st in UTC.
    const occurrence = { dueAt: "2026-11-30T21:00:00Z", except: ["2026-12-02"] };
    const next = nextOccurrence("FREQ=DAILY", occurrence, "Asia/Karachi", "2026-12-01");
    expect(next?.dueAt).toBe("2026-12-02T21:00:00Z");
  });

  it("are found within a span", () => {
    const between = (rule: string, first: string, last: string) =>
      occurrencesBetween(rule, { dueAt: "2026-11-30", except }, "UTC", [first, last]);
    expect(between("FREQ=DAILY", "2026-11-30", "2026-12-04")).toEqual(["2026-12-03", "2026-12-04"]);
    expect(between("FREQ=WEEKLY;BYDAY=MO,FR", "2026-12-05", "2026-12-11")).toEqual([
      "2026-12-07",
      "2026-12-11",
    ]);
    expect(between("FREQ=DAILY;COUNT=4", "2026-12-01", "2026-12-31")).toEqual(["2026-12-03"]);
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

describe("next occurrence, in every zone and across daylight saving", () => {
  const dates = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2037-12-31"),
    noInvalidDate: true,
  });
  const local = (moment: string, zone: string) =>
    Temporal.Instant.from(moment).toZonedDateTimeISO(zone);

  it("keeps the wall-clock time on the next day, unless daylight saving skips it", () => {
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const due = new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString();
        const before = local(due, zone);
        const after = local(next("FREQ=DAILY", due, zone)?.dueAt ?? "", zone);
        const expected = before.toPlainDateTime().add({ days: 1 }).toZonedDateTime(zone);
        const inGap = !expected.toPlainTime().equals(before.toPlainTime());
        expect(after.epochMilliseconds).toBeGreaterThan(before.epochMilliseconds);
        if (!inGap) expect(after.toPlainDateTime().equals(expected.toPlainDateTime())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on the zone for whole days", () => {
    fc.assert(
      fc.property(dates, zones, fc.integer({ min: 1, max: 30 }), (date, zone, interval) => {
        const day = date.toISOString().slice(0, 10);
        const expected = Temporal.PlainDate.from(day).add({ days: interval }).toString();
        expect(next(`FREQ=DAILY;INTERVAL=${interval}`, day, zone)?.dueAt).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });

  it("reduces COUNT by the occurrences that a move skipped", () => {
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
