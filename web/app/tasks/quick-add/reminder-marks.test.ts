import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeContext } from "#app/when/find-times";
import { readQuickAdd } from "./read-quick-add";
import { type AskedReminder, readReminderMarks, remindersOf } from "./reminder-marks";

// Sunday, 29 November 2026, 14:00 in Karachi.
const context: TimeContext = { now: new Date("2026-11-29T09:00:00Z"), timeZone: "Asia/Karachi" };
const before = (minutes: number): AskedReminder => ({ minutes_before: minutes });

it.each<[string, AskedReminder[]]>([
  ["dentist friday 9am !30m", [before(30)]],
  ["!2h call Bilal", [before(120)]],
  ["rent !1d !15min #home", [before(1_440), before(15)]],
  ["rent !1d, !15 minutes before", [before(1_440), before(15)]],
  ["فیس کل !۳۰منٹ", [before(30)]],
  ["فیس کل !۳۰م", [before(30)]],
  ["دوا !1 گھنٹہ پہلے", [before(60)]],
  ["fees !2 din pehle", [before(2_880)]],
  ["meeting !30M", [before(30)]],
  ["pay !0m", [before(0)]],
  ["dentist friday !9am", [{ time: "09:00" }]],
  ["dentist friday !9:30 pm", [{ time: "21:30" }]],
  ["کرایہ جمعہ !صبح ۹ بجے", [{ time: "09:00" }]],
  ["bill !shaam 6 baje", [{ time: "18:00" }]],
  // What only looks like one.
  ["pay !high", []],
  ["pay !1", []],
  ["read !3 m", []],
  ["wow!30m", []],
  ["write !30monkeys", []],
  ["buy 30m of cable", []],
  ["far !999999w", []],
  ["!30m!", []],
  ["call !tomorrow", []],
  ["call !tomorrow 9am", []],
])("finds in %j: %j", (line, asked) => {
  expect(readReminderMarks(line, context).map((mark) => mark.asked)).toEqual(asked);
});

it("gives places of the line, however long and strange it is, and in no time", () => {
  const words = "!30m !9am ! !! !صبح ۹ بجے، !1h, !high call کل #x".split(" ");
  const line = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 200 }),
    fc.array(fc.constantFrom(...words)).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(line, (text) => {
      let last = 0;
      for (const mark of readReminderMarks(text, context)) {
        expect(mark.start).toBeGreaterThanOrEqual(last);
        expect(text.slice(mark.start, mark.end)).toBe(mark.text);
        expect(mark.text).toMatch(/^[!！]\S/);
        last = mark.end;
      }
    }),
  );
  const start = performance.now();
  readReminderMarks("!1 ".repeat(50_000), context);
  readReminderMarks("!9 baje subah ".repeat(10_000), context);
  expect(performance.now() - start).toBeLessThan(1_000);
});

describe("a time", () => {
  const at = (time: string, dueAt: string | null) => remindersOf([{ time }], dueAt, context);

  it("is that of the due day, and of a due moment the last one before it", () => {
    expect(at("09:00", "2026-12-04")).toEqual([{ at: "2026-12-04T04:00:00Z" }]);
    expect(at("09:00", "2026-12-04T12:00:00Z")).toEqual([{ at: "2026-12-04T04:00:00Z" }]);
    expect(at("21:00", "2026-12-04T01:00:00Z")).toEqual([{ at: "2026-12-03T16:00:00Z" }]);
    expect(at("17:00", "2026-12-04T12:00:00Z")).toEqual([{ at: "2026-12-04T12:00:00Z" }]);
  });

  it("is the next one without a due date", () => {
    expect(at("21:00", null)).toEqual([{ at: "2026-11-29T16:00:00Z" }]);
    expect(at("14:00", null)).toEqual([{ at: "2026-11-30T09:00:00Z" }]);
  });
});

describe("a line with reminders", () => {
  const read = (line: string) => {
    const { title, value, reminders, marks, problems, priority } = readQuickAdd(line, context);
    const words = marks.map(({ kind, text }) => `${kind}: ${text}`);
    return { title, due: value?.kind, reminders, words, problems, priority };
  };

  it("keeps its date, its priority and its title apart from them", () => {
    expect(read("dentist friday 9am !30m !high !8pm")).toEqual({
      title: "dentist",
      due: "moment",
      reminders: [before(30), { time: "20:00" }],
      words: ["time: friday 9am", "reminder: !30m", "priority: !high", "reminder: !8pm"],
      problems: [],
      priority: "high",
    });
    expect(read("!1 call !1h")).toMatchObject({ title: "call", reminders: [before(60)] });
    expect(read("!1 call !1h").priority).toBe("high");
  });

  it("leaves a time that has passed in the title, and says so", () => {
    const passed = [{ kind: "passed", at: "2026-11-29T04:00:00Z" }];
    const line = read("call Omar today !9am");
    expect(line).toMatchObject({ title: "call Omar !9am", reminders: [], problems: passed });
  });

  it("is a title where nothing else is left", () => {
    expect(read("!30m")).toMatchObject({ title: "!30m", reminders: [], words: [] });
    expect(read("tomorrow !30m")).toMatchObject({ title: "tomorrow", reminders: [before(30)] });
  });

  it("has none where their words are left as words", () => {
    const literal = [{ start: 5, end: 9 }];
    const { title, reminders } = readQuickAdd("call !30m friday", { ...context, literal });
    expect({ title, reminders }).toEqual({ title: "call !30m", reminders: [] });
  });
});
