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
  ])("%s", (line, expected) => expect(read(line)).toMatchObject(expected));

  it.each<[string, Partial<QuickAdd>]>([
    ["doodh lana kal shaam 5 baje", { title: "doodh lana", date: "2026-11-22", time: "17:00" }],
    ["bijli ka bill aaj raat", { title: "bijli ka bill", date: "2026-11-21", time: "20:00" }],
    [
      "ammi ko phone juma ko subah 9 baje",
      { title: "ammi ko phone", date: "2026-11-27", time: "09:00" },
    ],
    ["dawai har roz saade 8 baje", { title: "dawai", time: "08:30", recurrence: "FREQ=DAILY" }],
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
