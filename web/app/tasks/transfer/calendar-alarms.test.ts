import { expect, it } from "vitest";
import { readCalendar } from "./transfer-calendar";

/** The reminders that are read of a VTODO with these lines and alarms. */
function reminders(lines: string[], ...triggers: string[]) {
  const alarms = triggers.flatMap((trigger) => [
    "BEGIN:VALARM",
    "ACTION:AUDIO",
    trigger,
    "ATTACH;VALUE=URI:Basso",
    "END:VALARM",
  ]);
  const todo = ["BEGIN:VCALENDAR", "BEGIN:VTODO", "SUMMARY:one", ...lines, ...alarms];
  const [row] = readCalendar([...todo, "END:VTODO", "END:VCALENDAR"].join("\r\n"), "Asia/Karachi");
  return row?.value.reminders;
}

const DUE = ["DUE:20991201T090000Z"];
const DAY = ["DUE;VALUE=DATE:20991201"];
const LASTING = ["DTSTART:20991201T090000Z", "DURATION:PT1H"];

it.each([
  ["before a moment", DUE, "TRIGGER;RELATED=END:-PT30M", { minutes_before: 30 }],
  ["days before", DUE, "TRIGGER:-P2DT1H", { minutes_before: 2_940 }],
  ["at the moment", DUE, "TRIGGER:PT0S", { minutes_before: 0 }],
  ["after it", DUE, "TRIGGER:PT10M", { minutes_before: 0 }],
  [
    "at another moment",
    DUE,
    "TRIGGER;VALUE=DATE-TIME:20991130T120000Z",
    { at: "2099-11-30T12:00:00Z" },
  ],
  ["in the morning of a day", DAY, "TRIGGER:PT8H", { minutes_before: 0 }],
  ["the evening before a day", DAY, "TRIGGER:-PT6H", { minutes_before: 840 }],
  ["before what lasts", LASTING, "TRIGGER:-PT15M", { minutes_before: 15 }],
  ["before the end of what lasts", LASTING, "TRIGGER;RELATED=END:-PT75M", { minutes_before: 15 }],
  [
    "before a start of its own",
    ["DTSTART:20991201T080000Z", ...DUE],
    "TRIGGER:-PT15M",
    { minutes_before: 75 },
  ],
])("reads an alarm %s", (_, lines, trigger, expected) => {
  expect(reminders(lines, trigger)).toEqual([expected]);
});

it("leaves out what is no trigger, and more than a task may have", () => {
  expect(
    reminders(DUE, "TRIGGER:soon", "TRIGGER;VALUE=DATE-TIME:20991301T120000Z"),
  ).toBeUndefined();
  const many = Array.from({ length: 30 }, (_, n) => `TRIGGER:-PT${n}M`);
  expect(reminders(DUE, ...many)).toHaveLength(10);
});

it("tells a task that never rings from one that rings by default", () => {
  expect(reminders(DUE)).toBeUndefined();
  expect(reminders([...DUE, "X-KARLO-SILENT:TRUE"])).toEqual([]);
});
