import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type QuickAdd, readQuickAdd } from "./quick-add";

// Saturday, 21 November 2026, 14:00 in Karachi.
const when = { now: new Date("2026-11-21T09:00:00Z"), timeZone: "Asia/Karachi" };
const read = (line: string, literal: string[] = []) => readQuickAdd(line, when, literal);

describe("the quick-add line", () => {
  it("reads the line of the brief", () => {
    expect(read("pay rent friday 9am !high #home every month")).toMatchObject({
      title: "pay rent",
      date: "2026-11-27",
      time: "09:00",
      priority: "high",
      category: "home",
      recurrence: "FREQ=MONTHLY",
    });
  });

  it.each<[string, Partial<QuickAdd>]>([
    ["🥛 buy milk 🥛 tomorrow", { title: "🥛 buy milk 🥛", date: "2026-11-22" }],
    ["buy milk", { title: "buy milk", found: [] }],
    ["call Ali tomorrow at 5pm", { title: "call Ali", date: "2026-11-22", time: "17:00" }],
    ["call Ali at 5", { title: "call Ali", date: "2026-11-21", time: "17:00" }],
    ["call Ali at 9:30", { title: "call Ali", date: "2026-11-22", time: "09:30" }],
    ["dentist day after tomorrow 8.15 am", { date: "2026-11-23", time: "08:15" }],
    ["send invoice on monday", { title: "send invoice", date: "2026-11-23" }],
    ["send invoice next monday", { date: "2026-11-23" }],
    ["party saturday", { title: "party", date: "2026-11-28" }],
    ["plan tomorrow morning", { title: "plan", date: "2026-11-22", time: "09:00" }],
    ["movie tonight", { title: "movie", date: "2026-11-21", time: "20:00" }],
    ["visa in 3 weeks", { title: "visa", date: "2026-12-12" }],
    ["taxes 31 jan", { title: "taxes", date: "2027-01-31" }],
    ["taxes Nov 30th", { title: "taxes", date: "2026-11-30" }],
    ["taxes 2027-02-30", { title: "taxes 2027-02-30", date: "" }],
    [
      "stand-up every weekday 10am",
      { recurrence: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date: "2026-11-23" },
    ],
    ["gym every sun", { title: "gym", recurrence: "FREQ=WEEKLY;BYDAY=SU", date: "2026-11-22" }],
    ["water plants every 3 days", { recurrence: "FREQ=DAILY;INTERVAL=3", date: "2026-11-21" }],
    ["review every other week", { recurrence: "FREQ=WEEKLY;INTERVAL=2" }],
    ["buy sun cream", { title: "buy sun cream", found: [] }],
    ["peer review", { title: "peer review", found: [] }],
    ["read 1984", { title: "read 1984", found: [] }],
    ["fix bug #12", { title: "fix bug #12", category: null }],
    ["wow!", { title: "wow!", priority: null }],
    ["tomorrow", { title: "tomorrow", date: "", found: [] }],
    ["meeting with Ali tomorrow 10-11am", { title: "meeting with Ali", time: "10:00" }],
    ["interview 11-1pm", { title: "interview", time: "11:00" }],
    [
      "take out trash every tuesday and thursday at 8pm",
      { title: "take out trash", recurrence: "FREQ=WEEKLY;BYDAY=TU,TH", date: "2026-11-24" },
    ],
    ["gym mon wed fri 6am", { title: "gym", recurrence: "FREQ=WEEKLY;BYDAY=MO,WE,FR" }],
    ["renew passport by end of month", { title: "renew passport", date: "2026-11-30" }],
    ["finish slides by eod", { title: "finish slides", date: "2026-11-21" }],
    ["pick up kids at half past three", { title: "pick up kids", time: "15:30" }],
    ["standup at quarter to ten every weekday", { title: "standup", time: "09:45" }],
    ["flight on 25/12 at 6am", { title: "flight", date: "2026-12-25", time: "06:00" }],
    ["flight on 12/25", { title: "flight", date: "2026-12-25" }],
    ["24/7 support, 1/2 cup of milk", { found: [] }],
    ["buy gift before friday", { title: "buy gift", date: "2026-11-27" }],
    ["invoice due monday", { title: "invoice", date: "2026-11-23" }],
    ["buy eggs today before 6pm", { title: "buy eggs", time: "18:00" }],
    ["vacuum this weekend", { title: "vacuum", date: "2026-11-21" }],
    [
      "pay bills on the 5th of every month",
      { title: "pay bills", date: "2026-12-05", recurrence: "FREQ=MONTHLY" },
    ],
    ["doctor at 5 in the evening tomorrow", { title: "doctor", time: "17:00" }],
    ["remind me to call Ali tomorrow at 3", { title: "call Ali", time: "15:00" }],
  ])("%s", (line, expected) => expect(read(line)).toMatchObject(expected));

  it.each<[string, Partial<QuickAdd>]>([
    ["doodh lana kal shaam 5 baje", { title: "doodh lana", date: "2026-11-22", time: "17:00" }],
    ["bijli ka bill aaj raat", { title: "bijli ka bill", date: "2026-11-21", time: "20:00" }],
    [
      "ammi ko phone juma ko subah 9 baje",
      { title: "ammi ko phone", date: "2026-11-27", time: "09:00" },
    ],
    ["dawai har roz saade 8 baje", { title: "dawai", time: "08:30", recurrence: "FREQ=DAILY" }],
    ["agle jummay ko chachu ke ghar", { title: "chachu ke ghar", date: "2026-11-27" }],
    ["agli jumerat ko shadi", { title: "shadi", date: "2026-11-26" }],
    ["parso dopahar 2 baje meeting", { title: "meeting", date: "2026-11-23", time: "14:00" }],
    ["kal raat 11 baje dawai", { title: "dawai", date: "2026-11-22", time: "23:00" }],
    ["bijli ka bill 5 tareekh tak", { title: "bijli ka bill", date: "2026-12-05" }],
    [
      "har mahine ki 1 tareekh ko kiraya",
      { title: "kiraya", date: "2026-12-01", recurrence: "FREQ=MONTHLY" },
    ],
    [
      "subah 7 bajay walk roz",
      { title: "walk", date: "2026-11-22", time: "07:00", recurrence: "FREQ=DAILY" },
    ],
    ["mangal ki shaam ko dawat", { title: "dawat", date: "2026-11-24", time: "18:00" }],
    ["kal sham sadhay panch bajay chai", { title: "chai", time: "17:30" }],
    ["ہر جمعے کو صبح صفائی", { title: "صفائی", date: "2026-11-27", time: "09:00" }],
    ["بجلی کا بل ۵ تاریخ تک", { title: "بجلی کا بل", date: "2026-12-05" }],
    ["اتوار کی شام کو دعوت", { title: "دعوت", date: "2026-11-22", time: "18:00" }],
    [
      "ہر مہینے کی پہلی تاریخ کو کرایہ",
      { title: "کرایہ", date: "2026-12-01", recurrence: "FREQ=MONTHLY" },
    ],
    ["اگلے مہینے کی ۱۰ تاریخ کو سفر", { title: "سفر", date: "2026-12-10" }],
    ["روز صبح سات بجے سیر", { title: "سیر", time: "07:00", recurrence: "FREQ=DAILY" }],
    ["اگلی پیر کو میٹنگ", { title: "میٹنگ", date: "2026-11-23" }],
    ["کل شام پانچ بجے دودھ لانا", { title: "دودھ لانا", date: "2026-11-22", time: "17:00" }],
    [
      "کرایہ جمعہ صبح ۹ بجے !اہم #گھر ہر مہینے",
      {
        title: "کرایہ",
        date: "2026-11-27",
        time: "09:00",
        priority: "high",
        category: "گھر",
        recurrence: "FREQ=MONTHLY",
      },
    ],
    ["پیر کو دفتر", { title: "دفتر", date: "2026-11-23" }],
    ["۲۵ دسمبر کو سفر", { title: "سفر", date: "2026-12-25" }],
    ["۳ دن بعد کتاب واپس", { title: "کتاب واپس", date: "2026-11-24" }],
    ["پیر صاحب سے ملنا", { title: "پیر صاحب سے ملنا", found: [] }],
  ])("%s", (line, expected) => expect(read(line)).toMatchObject(expected));

  it("leaves as words what the person wants as words", () => {
    expect(read("watch Friday Night Lights tomorrow", ["date", "time"])).toMatchObject({
      title: "watch Friday Night Lights tomorrow",
      date: "",
      time: "",
    });
    expect(read("call #home", ["category"])).toMatchObject({ title: "call #home", category: null });
  });

  it("never loses a line, whatever is in it", () => {
    const words = fc.constantFrom(
      "tomorrow",
      "9am",
      "!high",
      "#x",
      "every",
      "کل",
      "بجے",
      "buy",
      "",
      "5",
    );
    const lines = fc.oneof(
      fc.string(),
      fc.array(words).map((list) => list.join(" ")),
    );
    fc.assert(
      fc.property(lines, (line) => {
        const said = read(line);
        expect(said.title === "").toBe(line.trim() === "");
        expect(said.date).toMatch(/^$|^\d{4}-\d{2}-\d{2}$/);
        expect(said.time).toMatch(/^$|^\d{2}:\d{2}$/);
      }),
    );
  });
});
