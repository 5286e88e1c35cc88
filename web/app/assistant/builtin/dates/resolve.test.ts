import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../language";
import { tokenise } from "../text/tokens";
import { mergeWhens, recogniseDates } from "./recognise";
import { resolveDue } from "./resolve";

function due(text: string, now = "2026-11-21T09:00[Asia/Karachi]", past = false) {
  const marks = recogniseDates(tokenise(text, detectLanguage(text) === "ur-Latn").tokens);
  return resolveDue(mergeWhens(marks), { now: Temporal.ZonedDateTime.from(now), past });
}

describe("dates", () => {
  it.each([
    ["today", "2026-11-21"],
    ["tomorrow", "2026-11-22"],
    ["day after tomorrow", "2026-11-23"],
    ["in 3 days", "2026-11-24"],
    ["in two weeks", "2026-12-05"],
    ["next week", "2026-11-23"],
    ["next friday", "2026-11-27"],
    ["on saturday", "2026-11-28"],
    ["12 March", "2027-03-12"],
    ["march 12th, 2028", "2028-03-12"],
    ["2026-12-01", "2026-12-01"],
    ["12/3/2027", "2027-03-12"],
    ["end of the month", "2026-11-30"],
    ["this weekend", "2026-11-21"],
    ["tonight", "2026-11-21T20:00:00+05:00"],
    ["at noon tomorrow", "2026-11-22T12:00:00+05:00"],
    ["17:30", "2026-11-21T17:30:00+05:00"],
    ["half past six", "2026-11-21T18:30:00+05:00"],
    ["quarter to 5 pm", "2026-11-21T16:45:00+05:00"],
    ["in half an hour", "2026-11-21T09:30:00+05:00"],
    ["2026-12-01T10:00:00Z", "2026-12-01T15:00:00+05:00"],
    ["آج", "2026-11-21"],
    ["پرسوں", "2026-11-23"],
    ["جمعہ کو", "2026-11-27"],
    ["اگلے ہفتے", "2026-11-23"],
    ["تین دن بعد", "2026-11-24"],
    ["شام پانچ بجے", "2026-11-21T17:00:00+05:00"],
    ["کل صبح ساڑھے نو بجے", "2026-11-22T09:30:00+05:00"],
    ["رات ۱۲ بجے", "2026-11-21T23:59:00+05:00"],
    ["ڈھائی بجے", "2026-11-21T14:30:00+05:00"],
    ["jumay ko", "2026-11-27"],
    ["agle haftay", "2026-11-23"],
    ["kal subah 9 baje", "2026-11-22T09:00:00+05:00"],
    ["parson dopahar 2 baje", "2026-11-23T14:00:00+05:00"],
  ])("reads “%s” as %s", (text, expected) => {
    expect(due(text)).toBe(expected);
  });

  it("takes the hour that is still to come", () => {
    expect(due("at 5")).toBe("2026-11-21T17:00:00+05:00");
    expect(due("at 8")).toBe("2026-11-21T20:00:00+05:00");
    expect(due("at 8 tomorrow")).toBe("2026-11-22T08:00:00+05:00");
    expect(due("at 8am")).toBe("2026-11-22T08:00:00+05:00");
    expect(due("at 5pm", "2026-11-21T18:00[Asia/Karachi]")).toBe("2026-11-22T17:00:00+05:00");
  });

  it("lets the verb say which side of today کل is on", () => {
    expect(due("کل")).toBe("2026-11-22");
    expect(due("کل", undefined, true)).toBe("2026-11-20");
    expect(due("parson ko", undefined, true)).toBe("2026-11-19");
  });

  it("stays in the person's zone over a change of the clocks", () => {
    expect(due("tomorrow at 9am", "2027-03-27T12:00[Europe/London]")).toBe(
      "2027-03-28T09:00:00+01:00",
    );
    expect(due("tomorrow", "2026-11-21T23:30[America/New_York]")).toBe("2026-11-22");
  });

  it("leaves names of things alone", () => {
    for (const text of [
      "morning walk",
      "صبح کی سیر",
      "the weekly report",
      "buy sun cream",
      "5 apples",
    ]) {
      expect(due(text)).toBeNull();
    }
  });
});
