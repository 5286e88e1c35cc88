import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDay, formatDue, parseDue, parseDueInput, startOfDay, today } from "./due-date";

const KARACHI = "Asia/Karachi";

describe("due dates", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    ["2026-11-22T17:00:00+05:00", "2026-11-22T12:00:00Z"],
    ["2026-11-22T12:00:00.5Z", "2026-11-22T12:00:00.500Z"],
  ])("%s is normalized to %s", (text, expected) => {
    const due = parseDue(text);
    expect(due && formatDue(due)).toBe(expected);
  });

  it.each(["", "soon", "2026-02-30", "2026-11-22T25:00:00Z", "2026-11-22T17:00", "1899-01-01"])(
    "%j is rejected",
    (text) => expect(parseDue(text)).toBeNull(),
  );

  it("reads an instant without an offset in the given zone", () => {
    expect(parseDue("2026-11-22T17:00", KARACHI)?.dueAt?.toISOString()).toBe(
      "2026-11-22T12:00:00.000Z",
    );
  });

  it("combines the date and time fields of the form", () => {
    expect(parseDueInput("", "17:00", KARACHI)).toBeNull();
    expect(parseDueInput("2026-11-22", "", KARACHI)).toBe("2026-11-22");
    expect(parseDueInput("2026-11-22", "17:00", KARACHI)).toBe("2026-11-22T12:00:00Z");
  });

  it("round-trips through the wire form, for every instant and day", () => {
    const dates = fc.date({
      min: new Date("1970-01-02"),
      max: new Date("9999-12-30"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, fc.boolean(), (date, hasTime) => {
        const text = hasTime ? date.toISOString() : date.toISOString().slice(0, 10);
        const due = parseDue(text);
        const again = due && parseDue(formatDue(due) ?? "");
        expect(again).toEqual(due);
        expect(due?.dueHasTime).toBe(hasTime);
      }),
    );
  });

  it("falls within its calendar day, in every zone and across daylight saving", () => {
    const zones = fc.constantFrom(
      KARACHI,
      "UTC",
      "America/New_York",
      "Pacific/Apia",
      "Asia/Beirut",
    );
    const dates = fc.date({
      min: new Date("2000-01-01"),
      max: new Date("2040-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, zones, (date, zone) => {
        const day = dueDay(date.toISOString(), zone);
        expect(day).toBe(today(date, zone));
        expect(startOfDay(day, zone).getTime()).toBeLessThanOrEqual(date.getTime());
        expect(startOfDay(day, zone, 1).getTime()).toBeGreaterThan(date.getTime());
      }),
    );
  });
});
