import fc from "fast-check";
import ICAL from "ical.js";
import { RRuleTemporal } from "rrule-temporal";
import { describe, expect, it } from "vitest";
import { ruleFrom } from "#app/tasks/times/rule-parts";
import { dayFrom, isoOf } from "./calendar";
import { readTable } from "./phrases/read-table";
import { ruleArbitrary } from "./phrases/rule-arbitrary";
import { readLine } from "./read-line";
import { firstOccurrence, ruleText } from "./resolve/rules";
import { basicDay } from "./zone";

const day = fc.integer({ min: dayFrom("2024-01-01"), max: dayFrom("2030-12-31") });

const occurrences = (rule: string, start: string, timeZone: string, count: number) => {
  const dtstart = Temporal.PlainDate.from(start).toZonedDateTime(timeZone);
  const rrule = new RRuleTemporal({ rruleString: rule, dtstart });
  return rrule.all((_, index) => index < count);
};

const occurrencesOfIcal = (rule: string, start: string, count: number): string[] => {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(start));
  const days: string[] = [];
  for (let next = iterator.next(); next && days.length < count; next = iterator.next()) {
    days.push(next.toString());
  }
  return days;
};

describe("rules that are read", () => {
  it("begin on the day that rrule-temporal begins them, and keep their text", () => {
    fc.assert(
      fc.property(ruleArbitrary, day, (rule, from) => {
        const text = ruleText(rule);
        expect(ruleText(ruleFrom(text, "UTC").rule)).toBe(text);
        const first = firstOccurrence(rule, from);
        if (first === null) throw new Error(`${text} never occurs`);
        const [occurrence] = occurrences(text, isoOf(first), "UTC", 1);
        expect(occurrence?.toPlainDate().toString()).toBe(isoOf(first));
        // A simple rule has no occurrence between the day it was said and its first.
        if (rule.interval > 1) return;
        // Every week except in July: said in July, it begins with August, on whichever weekday.
        if (rule.bymonth && !rule.byday && !rule.bymonthday && rule.freq !== "DAILY") return;
        const [next] = occurrences(text, isoOf(from), "UTC", 1);
        expect(next?.toPlainDate().toString()).toBe(isoOf(first));
      }),
      { numRuns: 500 },
    );
  });

  it("occur on the days on which another implementation has them", () => {
    const ends = fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((count) => `;COUNT=${count}`),
      fc.integer({ min: 0, max: 900 }),
    );
    fc.assert(
      fc.property(ruleArbitrary, day, ends, (rule, from, end) => {
        // ical.js counts months that a rule leaves out.
        fc.pre(rule.freq === "YEARLY" || !rule.bymonth);
        const first = firstOccurrence(rule, from) ?? from;
        const until = typeof end === "number" ? `;UNTIL=${basicDay(first + end)}` : end;
        const text = ruleText(rule) + until;
        const ours = occurrences(text, isoOf(first), "UTC", 12);
        expect(ours.map((one) => one.toPlainDate().toString())).toEqual(
          occurrencesOfIcal(text, isoOf(first), 12),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("end where the table says", () => {
    const context = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };
    const ended = readTable("repeats").filter(({ value }) => /UNTIL|COUNT/.test(value));
    expect(ended.length).toBeGreaterThan(20);
    for (const { phrase } of ended) {
      const { value } = readLine(`call ${phrase}`, context);
      if (value?.kind !== "recurrence") throw new Error(`${phrase} is no repetition`);
      const start = value.start.at ? value.start.at.slice(0, 10) : value.start.day;
      const all = occurrences(value.rule, start, "Asia/Karachi", 400);
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThan(400);
      const { until, count } = ruleFrom(value.rule, "Asia/Karachi");
      const last = all.at(-1)?.toPlainDate().toString() ?? "";
      if (until) expect(last <= until).toBe(true);
      else expect(all.length).toBe(count);
    }
  });
});
