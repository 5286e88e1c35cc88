import { describe, expect, it } from "vitest";
import { readWhen } from "#app/when/find-times";
import type { ShiftValue } from "#app/when/value";
import { applyShift } from "./apply-shift";

const now = new Date("2026-11-29T09:00:00Z");

/** The shift that a phrase says. */
function shiftOf(phrase: string): ShiftValue {
  const read = readWhen(phrase, { now, timeZone: "Asia/Karachi", moves: true });
  if (read?.value?.kind !== "shift") throw new Error(`${phrase} is no shift.`);
  return read.value;
}

describe("a due date that is put off", () => {
  it.each([
    ["two days later", "2026-12-01", null, "2026-12-03"],
    ["by a week", "2026-12-28", "17:00", "2027-01-04 17:00"],
    ["by a month", "2027-01-31", "09:00", "2027-02-28 09:00"],
    ["two days earlier", "2026-12-01", null, "2026-11-29"],
    ["an hour earlier", "2026-12-01", "00:30", "2026-11-30 23:30"],
    ["دو دن آگے", "2026-12-01", "10:00", "2026-12-03 10:00"],
    ["ek ghanta aage", "2026-12-01", "23:30", "2026-12-02 00:30"],
  ])("%s from %s %s", (phrase, day, time, expected) => {
    const point = applyShift({ day, time }, shiftOf(phrase), { now, timeZone: "Asia/Karachi" });
    expect(point && [point.day, point.time].filter(Boolean).join(" ")).toBe(expected);
  });

  it("has no hours to add to a day without a time", () => {
    const due = { day: "2026-12-01", time: null };
    expect(applyShift(due, shiftOf("by an hour"), { now, timeZone: "UTC" })).toBeNull();
  });

  it("starts from now where there is no date", () => {
    const zone = { now, timeZone: "Asia/Karachi" };
    expect(applyShift(null, shiftOf("two days later"), zone)).toMatchObject({ day: "2026-12-01" });
    expect(applyShift(null, shiftOf("by an hour"), zone)?.at).toBe("2026-11-29T15:00:00+05:00");
  });

  it("keeps the clock over days, and the hours as they pass", () => {
    // Clocks in London went forward at 01:00 on 28 March 2027.
    const due = { day: "2027-03-27", time: "23:30" };
    const zone = { now, timeZone: "Europe/London" };
    expect(applyShift(due, shiftOf("by one day"), zone)?.at).toBe("2027-03-28T23:30:00+01:00");
    expect(applyShift(due, shiftOf("by two hours"), zone)?.at).toBe("2027-03-28T02:30:00+01:00");
  });
});
