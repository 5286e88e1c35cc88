import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeContext } from "#app/when/find-times";
import { notate } from "#app/when/phrases/notation";
import type { Place } from "./literal-places";
import { type QuickAddReading, readQuickAdd } from "./read-quick-add";

// Sunday, 29 November 2026, 14:00 in Karachi.
const context: TimeContext = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };
const read = (line: string, literal: readonly Place[] = []): QuickAddReading =>
  readQuickAdd(line, { ...context, literal });

/** The place of words in a line. */
const placeOf = (line: string, words: string): Place => {
  const start = line.indexOf(words);
  return { start, end: start + words.length };
};

describe("a quick-add line", () => {
  it("has all of its fields read, in whatever order", () => {
    const line = "pay rent friday !high 9am #home every month";
    expect(read(line)).toMatchObject({
      title: "pay rent",
      value: { kind: "recurrence", rule: "FREQ=MONTHLY", start: { day: "2026-12-04" } },
      priority: "high",
      category: "home",
      marks: [
        { kind: "time", text: "friday" },
        { kind: "priority", text: "!high" },
        { kind: "time", text: "9am" },
        { kind: "category", text: "#home" },
        { kind: "time", text: "every month" },
      ],
    });
    for (const { start, end, text } of read(line).marks) expect(line.slice(start, end)).toBe(text);
  });

  it.each<[string, Partial<QuickAddReading>]>([
    ["buy milk", { title: "buy milk", marks: [] }],
    ["🥛 buy milk 🥛 tomorrow", { title: "🥛 buy milk 🥛" }],
    ["fix bug #12", { title: "fix bug #12", category: null }],
    ["wow!", { title: "wow!", priority: null }],
    ["play !loud", { title: "play !loud", priority: null }],
    ["play today !loud", { title: "play !loud", priority: null }],
    ["بل !۱ #بجلی کل", { title: "بل", priority: "high", category: "بجلی" }],
    ["call !2 #a-b_c", { title: "call", priority: "medium", category: "a-b_c" }],
    ["one #home #shop", { title: "one #shop", category: "home" }],
    // What would leave no title is one.
    ["tomorrow", { title: "tomorrow", value: null, marks: [] }],
    ["tomorrow #home", { title: "tomorrow", value: null, category: "home" }],
    ["#home !high", { title: "#home !high", priority: null, category: null, marks: [] }],
    ["remind me to call Ali tomorrow at 3", { title: "call Ali" }],
    ["mujhe yaad dilana ke kal doodh lana hai", { title: "doodh lana hai" }],
    ["مجھے یاد دلانا کہ کل دودھ لانا ہے", { title: "دودھ لانا ہے" }],
  ])("%s", (line, expected) => expect(read(line)).toMatchObject(expected));

  it("leaves literal places in the title, each alone", () => {
    const line = "watch Friday movie tomorrow at 5pm #home !high";
    const friday = read(line, [placeOf(line, "tomorrow at 5pm")]);
    expect(friday).toMatchObject({ title: "watch Friday movie tomorrow at 5pm", value: null });
    expect(friday).toMatchObject({ category: "home", priority: "high" });
    const all = ["tomorrow at 5pm", "#home", "!high"].map((words) => placeOf(line, words));
    expect(read(line, all)).toMatchObject({ title: line, marks: [] });
  });

  it("keeps a title, and no mark beyond the line, whatever the line and the literal places", () => {
    const words = "tomorrow 9am !high #x every کل بجے buy 5 friday".split(" ");
    const lines = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words)).map((list) => list.join(" ")),
    );
    const places = fc.array(fc.record({ start: fc.nat(40), end: fc.nat(40) }), { maxLength: 3 });
    fc.assert(
      fc.property(lines, places, (line, literal) => {
        const { title, marks } = read(line, literal);
        expect(title === "").toBe(line.trim() === "");
        let last = 0;
        for (const { start, end, text } of marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text).toBe(line.slice(start, end));
          // Between words there is nothing to be left.
          const left = literal.map((place) =>
            line.slice(Math.max(start, place.start), Math.min(end, place.end)),
          );
          expect(left.join("")).not.toMatch(/[\p{L}\p{N}]/u);
          last = end;
        }
      }),
    );
  });
});

describe("what goes wrong for people elsewhere", () => {
  it.each<[string, string, string]>([
    // Names and numbers that are no time.
    ["read The 8th Habit", "read The 8th Habit", "-"],
    ["mop the 4th floor", "mop the 4th floor", "-"],
    ["renew Sunday Times", "renew Sunday Times", "-"],
    ["weekly planning notes", "weekly planning notes", "-"],
    ["sun the carpets", "sun the carpets", "-"],
    ["compare Good Friday fares", "compare Good Friday fares", "-"],
    ["جمعہ بازار سے سبزی", "جمعہ بازار سے سبزی", "-"],
    ["pay Rs. 7.45", "pay Rs. 7.45", "-"],
    ["version 4.15 hotfix", "version 4.15 hotfix", "-"],
    ["revise chapter 6.10", "revise chapter 6.10", "-"],
    // One is due, the other stays.
    ["prepare Thursday deck for Monday", "prepare Thursday deck", "2026-11-30"],
    // Whole or not at all.
    ["call the bank (friday)", "call the bank", "2026-12-04"],
    ["call Monday or Thursday", "call Monday or Thursday", "- ? choice 2026-11-30,2026-12-03"],
    ["archive mails up to june 21st", "archive mails up to june 21st", "-"],
    // Hours, however they are written.
    ["collect parcel at 16h45", "collect parcel", "2026-11-29 16:45"],
    ["drill 0730", "drill", "2026-11-30 07:30"],
    ["roll call 2000 hours", "roll call", "2026-11-29 20:00"],
    ["meet 8ish", "meet", "2026-11-29 20:00"],
    ["come 14pm", "come 14pm", "-"],
    // Repeats.
    ["salaries on the last day of each month", "salaries", "MONTHLY;BYMONTHDAY=-1 from 2026-11-30"],
    ["تنخواہ ہر مہینے کے آخری دن", "تنخواہ", "MONTHLY;BYMONTHDAY=-1 from 2026-11-30"],
    ["tankhwa har mahine ke aakhri din", "tankhwa", "MONTHLY;BYMONTHDAY=-1 from 2026-11-30"],
    ["pool every tue thu sat", "pool", "WEEKLY;BYDAY=TU,TH,SA from 2026-12-01"],
    ["pool tue/thu/sat", "pool", "WEEKLY;BYDAY=TU,TH,SA from 2026-12-01"],
    ["pool Tue, Thu, Sat", "pool", "WEEKLY;BYDAY=TU,TH,SA from 2026-12-01"],
    ["karate on tuesdays and saturdays", "karate", "WEEKLY;BYDAY=TU,SA from 2026-12-01"],
    ["کراٹے ہر منگل جمعرات اور ہفتہ", "کراٹے", "WEEKLY;BYDAY=TU,TH,SA from 2026-12-01"],
    ["vitamins every day until january 10", "vitamins", "DAILY;UNTIL=20270110 from 2026-11-29"],
    ["vitamins daily for 6 days", "vitamins", "DAILY;COUNT=6 from 2026-11-29"],
    ["وٹامن ۱۰ جنوری تک روزانہ", "وٹامن", "DAILY;UNTIL=20270110 from 2026-11-29"],
    ["vitamin 10 january tak rozana", "vitamin", "DAILY;UNTIL=20270110 from 2026-11-29"],
    ["fees on the 3rd and 18th of every month", "fees", "MONTHLY;BYMONTHDAY=3,18 from 2026-12-03"],
    ["card every 20th", "card", "MONTHLY;BYMONTHDAY=20 from 2026-12-20"],
    ["meter reading every 31st", "meter reading", "MONTHLY;BYMONTHDAY=31 from 2026-12-31"],
    ["drink water every 3 hours", "drink water every 3 hours", "- ? within-day 3"],
    ["eye drops hourly", "eye drops hourly", "- ? within-day 1"],
    ["har 6 ghante baad dawai", "har 6 ghante baad dawai", "- ? within-day 6"],
    [
      "drops every day at 7 and at 19",
      "drops",
      "DAILY from 2026-11-30 07:00 & DAILY from 2026-11-29 19:00",
    ],
    // Days and hours.
    ["review in 3 weeks on monday", "review", "2026-12-14"],
    ["review a week from tuesday", "review", "2026-12-08"],
    ["demo three weeks from tomorrow", "demo", "2026-12-21"],
    ["demo 2 mondays from now", "demo", "2026-12-07"],
    ["book 3 days before jan 10", "book", "2027-01-07"],
    ["close books 2 days before the end of the month", "close books", "2026-12-29"],
    ["invoice on the 31st", "invoice", "2026-12-31"],
    ["report on 31 november", "report on 31 november", "- ? impossible 31.11"],
    ["interview 3-4pm friday", "interview", "2026-12-04 15:00 +60m"],
    ["interview between 3 and 4pm", "interview", "2026-11-29 15:00 +60m"],
    ["انٹرویو ۳ سے ۴ بجے تک", "انٹرویو", "2026-11-29 15:00 +60m"],
    ["lunch noon to 1pm thursday", "lunch", "2026-12-03 12:00 +60m"],
    ["standup 9-10am", "standup", "2026-11-30 09:00 +60m"],
    ["take 3 pills at 10 tonight", "take 3 pills", "2026-11-29 22:00"],
    ["jumay ko namaz 1:15", "namaz", "2026-12-04 13:15"],
    ["wake up at 5 tomorrow", "wake up", "2026-11-30 05:00"],
    ["ping Sara in 2.5 hours", "ping Sara", "2026-11-29 16:30"],
    ["turn off oven in 90m", "turn off oven", "2026-11-29 15:30"],
    ["ساڑھے تین گھنٹے بعد کال", "کال", "2026-11-29 17:30"],
    ["stir in 15 minutes", "stir", "2026-11-29 14:15"],
    ["launch at midnight friday", "launch", "2026-12-04 23:59"],
    ["slides EOD", "slides", "2026-11-29 18:00"],
    ["vacuum this weekend", "vacuum", "2026-11-28..2026-11-29 due 2026-11-29"],
    ["settle the 30th", "settle", "2026-11-30"],
    ["call at 18.15", "call", "2026-11-29 18:15"],
    // What has passed is said.
    ["call Omar yesterday", "call Omar", "2026-11-28 ? passed"],
    ["aaj subah 9 baje call", "call", "2026-11-29 09:00 ? passed"],
  ])("%s", (line, title, value) => {
    const is = read(line);
    expect([is.title, notate(is.value, is.problems)]).toEqual([title, value]);
  });
});
