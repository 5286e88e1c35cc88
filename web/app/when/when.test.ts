import { describe, expect, it } from "vitest";
import { formatWhen } from "#app/tasks/times/format-when";
import { findTimes, readFilter, readWhen, type TimeContext } from "./find-times";
import { notate } from "./phrases/notation";
import { type Row, readTable } from "./phrases/read-table";
import { readLine } from "./read-line";

const context: TimeContext = {
  now: new Date("2026-11-29T09:00:00Z"),
  timeZone: "Asia/Karachi",
};

const CARRIERS: Record<Row["form"], readonly string[]> = {
  en: ["call Sara", "buy two eggs"],
  ur: ["سارہ کو بلانا", "دودھ لانا"],
  roman: ["sara ko bulana", "doodh lana hai"],
};

/** Lines that say a phrase, with the words that must be left of each. */
function linesOf({ phrase, form, title, value }: Row): [string, string][] {
  if (title !== null) return [[phrase, title]];
  return CARRIERS[form].flatMap((words) =>
    [`${words} ${phrase}`, `${phrase} ${words}`].map((line): [string, string] => [
      line,
      value.startsWith("-") ? line : words,
    ]),
  );
}

const rows = ["clocks", "days", "repeats", "words", "lines"].flatMap(readTable);

describe("the tables of phrases", () => {
  it("are at least 1,200 rows", () => {
    expect([...rows, ...readTable("filters"), ...readTable("moves")].length).toBeGreaterThan(1200);
  });

  it.each(rows.map((row) => [row.phrase, row] as const))("%s", (_, row) => {
    for (const [line, title] of linesOf(row)) {
      const read = readLine(line, context);
      expect({ line, is: notate(read.value, read.problems), title: read.title }).toEqual({
        line,
        is: row.value,
        title,
      });
      if (!read.value) continue;
      for (const language of ["en", "ur", "roman"] as const) {
        const said = formatWhen(read.value, language, context.timeZone);
        expect({ said, value: readWhen(said, context)?.value }).toEqual({
          said,
          value: read.value,
        });
      }
    }
  });

  it.each(readTable("filters").map((row) => [row.phrase, row.value] as const))(
    "asks for %s",
    (phrase, expected) => {
      const filter = readFilter(phrase, context);
      const days = filter && `${filter.from ?? ""}..${filter.to ?? ""}`;
      expect(filter?.overdue ? "overdue" : filter?.undated ? "undated" : days).toBe(expected);
    },
  );

  it.each(readTable("moves").map((row) => [row.phrase, row.value] as const))(
    "moves to %s",
    (phrase, expected) => {
      const read = readWhen(phrase, { ...context, moves: true });
      expect(read && notate(read.value, read.problems)).toBe(expected);
    },
  );
});

describe("the hour of today", () => {
  it.each([
    ["آج چار بجے پارسل لینے کے لیے اٹھنا", "2026-11-29 16:00"],
    ["wake me at 5 today", "2026-11-29 17:00"],
    ["wake me at 5", "2026-11-30 05:00"],
    ["breakfast at 8 today", "2026-11-29 08:00 ? passed"],
  ])("of “%s” is the next one that its words may mean", (line, expected) => {
    const { value, problems } = readLine(line, context);
    expect(notate(value, problems)).toBe(expected);
  });
});

describe("the same words elsewhere and at another time", () => {
  it.each<[string, string, string, string]>([
    ["tomorrow at 9am", "2027-03-27T12:00:00Z", "Europe/London", "2027-03-28 09:00"],
    ["tomorrow", "2026-11-22T04:30:00Z", "America/New_York", "2026-11-22"],
    ["today", "2026-11-22T04:30:00Z", "America/New_York", "2026-11-21"],
    ["in 2 hours", "2026-11-22T04:30:00Z", "America/New_York", "2026-11-22 01:30"],
    ["at 7", "2026-12-02T05:00:00Z", "Europe/London", "2026-12-02 07:00"],
    ["at 7", "2026-12-02T08:00:00Z", "Europe/London", "2026-12-02 19:00"],
    ["at 7", "2026-12-02T20:00:00Z", "Europe/London", "2026-12-03 07:00"],
    ["at 6", "2026-12-02T20:00:00Z", "Europe/London", "2026-12-03 18:00"],
    ["friday", "2026-12-04T09:00:00Z", "UTC", "2026-12-11"],
    ["next friday", "2026-12-02T09:00:00Z", "UTC", "2026-12-11"],
    ["this friday", "2026-12-02T09:00:00Z", "UTC", "2026-12-04"],
    ["in 2 weeks on friday", "2026-12-02T09:00:00Z", "UTC", "2026-12-18"],
    ["this weekend", "2026-12-02T09:00:00Z", "UTC", "2026-12-05..2026-12-06 due 2026-12-05"],
    ["this weekend", "2026-12-05T09:00:00Z", "UTC", "2026-12-05..2026-12-06 due 2026-12-05"],
    ["on the 31st", "2027-02-10T09:00:00Z", "UTC", "2027-03-31"],
    ["on 29 february", "2027-02-10T09:00:00Z", "UTC", "2028-02-29"],
    ["20 november", "2026-11-29T09:00:00Z", "UTC", "2027-11-20"],
    ["last day of the month", "2026-11-30T09:00:00Z", "UTC", "2026-11-30"],
    ["end of the month", "2028-02-10T09:00:00Z", "UTC", "2028-02-29"],
    [
      "every day at 8am until december 20",
      "2026-12-02T09:00:00Z",
      "Europe/London",
      "DAILY;UNTIL=20261220T235959Z from 2026-12-03 08:00",
    ],
    ["کل شام ۵ بجے", "2026-12-31T10:00:00Z", "Asia/Karachi", "2027-01-01 17:00"],
    ["parson", "2028-02-27T10:00:00Z", "Asia/Karachi", "2028-02-29"],
    ["آج پانچ بجے", "2026-11-29T11:30:00Z", "Asia/Karachi", "2026-11-29 17:00"],
    ["آج چار بجے", "2026-11-29T11:30:00Z", "Asia/Karachi", "2026-11-29 16:00 ? passed"],
    ["aaj gyarah baje", "2026-11-29T15:30:00Z", "Asia/Karachi", "2026-11-29 23:00"],
    ["today at 7", "2026-11-29T15:30:00Z", "Asia/Karachi", "2026-11-29 19:00 ? passed"],
    ["aaj raat 2 baje", "2026-11-29T16:30:00Z", "Asia/Karachi", "2026-11-30 02:00"],
    ["every night at 9", "2026-11-29T16:30:00Z", "Asia/Karachi", "DAILY from 2026-11-30 21:00"],
    ["on the 30th", "2026-12-31T05:00:00Z", "Asia/Karachi", "2027-01-30"],
    ["at the beginning of the month", "2026-12-31T05:00:00Z", "Asia/Karachi", "2027-01-01"],
  ])("%s at %s in %s", (phrase, now, timeZone, expected) => {
    const read = readWhen(phrase, { now: new Date(now), timeZone });
    expect(read && notate(read.value, read.problems)).toBe(expected);
  });

  it.each<[string, Partial<TimeContext>, string]>([
    ["next week", { preferences: { firstWeekday: 7 } }, "2026-12-06..2026-12-12 due 2026-12-07"],
    ["next week", { locale: "en-US" }, "2026-12-06..2026-12-12 due 2026-12-07"],
    ["tomorrow at 5:30", { preferences: { clock: 24 } }, "2026-11-30 05:30"],
    ["tomorrow at 5:30", {}, "2026-11-30 17:30"],
    ["کل", { past: true }, "2026-11-28 ? passed"],
    ["to friday", { moves: true, due: { day: "2026-12-01", time: "10:00" } }, "2026-12-04 10:00"],
    ["to 5", { moves: true, due: { day: "2026-12-01", time: "10:00" } }, "2026-12-01 17:00"],
    ["to december", { moves: true }, "2026-12-01..2026-12-31 due 2026-12-01"],
    ["to 1900", { moves: true }, "2026-11-29 19:00"],
    ["to the 32nd", { moves: true }, "- ? impossible 32."],
    ["by two days", { moves: true }, "shift 2d"],
  ])("%s with %j", (phrase, more, expected) => {
    const line = `move task 1 ${phrase}`;
    const [found] = findTimes(line, { ...context, ...more });
    expect(found && notate(found.value, found.problems)).toBe(expected);
    expect(found?.text).toBe(phrase);
  });
});
