import { expect, it } from "vitest";
import { clockLabel } from "#app/i18n/dates";
import { readClock } from "./read-clock";

/** Noon on a Wednesday in Karachi. */
const setting = { now: new Date("2030-05-01T07:00:00Z"), timeZone: "Asia/Karachi" };
const read = (text: string, clock: 12 | 24 = 24) =>
  readClock(text, { ...setting, preferences: { clock } });

it.each([
  ["17:00", "5pm", "5 p.m.", "17", "17h", "1700", "at 5", "5", "5 o'clock"],
  ["17:00", "شام ۵", "شام 5 بجے", "۵ بجے", "shaam 5", "sham 5 baje", "۱۷:۰۰", "by 5pm"],
  ["17:30", "half past five", "ساڑھے پانچ", "saarhe paanch baje", "5:30 pm", "1730"],
  ["16:45", "paune 5", "quarter to five", "پونے پانچ"],
  ["09:00", "morning", "subah 9", "صبح ۹ بجے", "9 am", "09:00"],
  ["00:15", "0:15", "12:15 am", "00:15"],
  ["12:00", "noon", "12pm", "دوپہر 12"],
])("reads as %s what quick add reads so", (time, ...texts) => {
  for (const text of texts) expect(read(text), text).toMatchObject({ time, saysDay: false });
});

it("reads a day that is named with it, and else the next on which it is that time", () => {
  expect(read("5pm")).toEqual({ time: "17:00", day: "2030-05-01", saysDay: false });
  expect(read("9am")).toEqual({ time: "09:00", day: "2030-05-02", saysDay: false });
  expect(read("friday 5pm")).toEqual({ time: "17:00", day: "2030-05-03", saysDay: true });
  expect(read("kal subah 9")).toEqual({ time: "09:00", day: "2030-05-02", saysDay: true });
  expect(read("in 2 hours")).toEqual({ time: "14:00", day: "2030-05-01", saysDay: true });
});

it("reads nothing of what is no moment", () => {
  const texts = ["", " ", "25:00", "17:60", "noonish", "milk", "friday", "9-10", "5pm for 2 hours"];
  const more = [
    "before 5pm",
    "after 5",
    "every day 5pm",
    "two hours",
    "3pm or 4pm",
    "5pm milk",
    "-5",
  ];
  for (const text of [...texts, ...more]) expect(read(text), text).toBeNull();
});

it("reads what it shows, on both clocks, in both languages and all digits", () => {
  for (const clock of [12, 24] as const)
    for (const language of ["en", "ur"] as const)
      for (const numerals of ["western", "urdu"] as const)
        for (let minutes = 0; minutes < 1_440; minutes += 15) {
          const two = (value: number) => String(value).padStart(2, "0");
          const time = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
          // "Twelve at night" is the end of a day where one says it so.
          if (clock === 12 && language === "ur" && minutes === 0) continue;
          const label = clockLabel(time, { clock, language, numerals });
          expect(read(label, clock)?.time, label).toBe(time);
        }
});
