import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { createTask } from "#app/tasks/task/create-task.server";
import { importFile } from "./import-file.server";
import { todo, transferPeople } from "./testing/transfer-people";

const people = transferPeople();
const { importTasks, exportText, createActor, tasksOf } = people;

const OFFSET = ["TZOFFSETFROM:+0545", "TZOFFSETTO:+0545"];
const STANDARD = [
  ...["BEGIN:STANDARD", "DTSTART:16010101T020000", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"],
  ...["TZOFFSETFROM:-0400", "TZOFFSETTO:-0500", "END:STANDARD"],
];
const DAYLIGHT = [
  ...["BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"],
  ...["TZOFFSETFROM:-0500", "TZOFFSETTO:-0400", "END:DAYLIGHT"],
];

describe("a calendar", () => {
  it("writes due date, recurrence and priority to a calendar", async () => {
    const actor = await createActor();
    await createTask(people.db(), actor, {
      title: "bins",
      dueAt: "2026-11-23",
      recurrence: "FREQ=WEEKLY;BYDAY=MO",
      priority: "high",
    });
    const file = await exportText(actor.userId, "ics");
    const todo = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vtodo");
    expect(todo?.getFirstPropertyValue("summary")).toBe("bins");
    expect(file).toContain("DUE;VALUE=DATE:20261123\r\n");
    expect(file).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO\r\n");
    expect(file).toContain("PRIORITY:1\r\n");
  });

  it("writes a start with its duration, its zone and the days that are left out", async () => {
    const actor = await createActor();
    await createTask(people.db(), actor, {
      title: "gym",
      dueAt: "2026-12-01T09:00:00Z",
      durationMinutes: 90,
      recurrence: "FREQ=DAILY",
      recurrenceFrom: "completion",
      recurrenceExcept: ["2026-12-25", "2027-06-01"],
      timeZone: "Europe/London",
    });
    await createTask(people.db(), actor, { title: "read", durationMinutes: 30 });
    const file = (await exportText(actor.userId, "ics")).replaceAll("\r\n ", "");
    for (const line of [
      "TZID:Europe/London",
      "DTSTART;TZID=Europe/London:20261201T090000",
      "DURATION:PT1H30M",
      "EXDATE;TZID=Europe/London:20261225T090000,20270601T090000",
      "X-KARLO-REPEAT-FROM:COMPLETION",
      "ESTIMATED-DURATION:PT30M",
    ])
      expect(file).toContain(`${line}\r\n`);
    expect(file).not.toContain("DUE");
    expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
    // Another program reads the same moments from it.
    const calendar = new ICAL.Component(ICAL.parse(file));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
    const moment = (name: string, at: number) => {
      const time = calendar.getFirstSubcomponent("vtodo")?.getFirstProperty(name)?.getValues()[at];
      (time as InstanceType<typeof ICAL.Time>).zone = zone;
      return (time as InstanceType<typeof ICAL.Time>).toUnixTime() * 1000;
    };
    expect(moment("dtstart", 0)).toBe(Date.parse("2026-12-01T09:00:00Z"));
    expect(moment("exdate", 1)).toBe(Date.parse("2027-06-01T08:00:00Z"));
  });

  it("reads a calendar after another, durations, and days that are left out", async () => {
    const actor = await createActor();
    const calendar = (...lines: string[]) => todo(...lines).replaceAll("\r\n", "\n");
    const file = [
      calendar("DTSTART:20261201T040000Z", "DURATION:PT1H", "DUE;VALUE=DATE:20261224"),
      calendar("DTSTART;VALUE=DATE:20261201", "DURATION:P1D"),
      calendar("DTSTART;VALUE=DATE:20261201", "DUE;VALUE=DATE:20261205"),
      calendar(
        "DUE;TZID=/example.org/Olson_20/America/New_York:20261201T210000",
        "RRULE:FREQ=DAILY",
        "EXDATE;TZID=America/New_York:20261202T210000,20261125T210000",
        "EXDATE:20261206T020000Z",
        "EXDATE;VALUE=DATE:20261224",
      ),
    ].join("\n");
    await importTasks(actor, "ics", file);
    expect(await tasksOf(actor)).toMatchObject([
      { dueAt: "2026-12-01T04:00:00Z", durationMinutes: 60 },
      { dueAt: "2026-12-01", durationMinutes: 1_440 },
      { dueAt: "2026-12-05", durationMinutes: null },
      {
        dueAt: "2026-12-02T02:00:00Z",
        timeZone: "America/New_York",
        recurrenceExcept: ["2026-12-02", "2026-12-05", "2026-12-24"],
      },
    ]);
  });

  it.each([
    ["Pakistan Standard Time", [], "Asia/Karachi"],
    ["W. Europe Standard Time", [], "Europe/Berlin"],
    ["mine", ["X-LIC-LOCATION:America/Denver"], "America/Denver"],
    // The changes of New York by rules, as Exchange writes them, under a name of its own.
    ["(UTC-05:00) Eastern", [...STANDARD, ...DAYLIGHT], "America/New_York"],
    [
      "fixed",
      ["BEGIN:STANDARD", "DTSTART:19700101T000000", ...OFFSET, "END:STANDARD"],
      "Asia/Kathmandu",
    ],
    ["never", ["BEGIN:STANDARD", "RRULE:FREQ=SECONDLY", ...OFFSET, "END:STANDARD"], null],
  ])("reads the zone %s", async (tzid, rules, zone) => {
    const actor = await createActor();
    const own = ["BEGIN:VTIMEZONE", `TZID:${tzid}`, ...rules, "END:VTIMEZONE"];
    const lines = [`DUE;TZID="${tzid}":20270701T090000`, "RRULE:FREQ=DAILY"];
    const file = todo(...lines).replace("END:VCALENDAR", [...own, "END:VCALENDAR"].join("\r\n"));
    await importTasks(actor, "ics", file);
    const due = Temporal.PlainDateTime.from("2027-07-01T09:00").toZonedDateTime(
      zone ?? "Asia/Karachi",
    );
    const [task] = await tasksOf(actor);
    expect(Date.parse(task?.dueAt ?? "")).toBe(due.epochMilliseconds);
    const there = Temporal.Now.zonedDateTimeISO(task?.timeZone ?? "UTC").offset;
    expect(there).toBe(Temporal.Now.zonedDateTimeISO(zone ?? "Asia/Karachi").offset);
  });

  it("says what it leaves out of a task, and that a day does not exist", async () => {
    const { db, workers } = people.app();
    const actor = await createActor();
    const read = (text: string) => {
      const file = new File([text], "tasks.ics");
      return importFile({ db, workers }, actor, file, { partly: true });
    };
    const zone = "DUE;TZID=Mars Standard Time:20261201T090000";
    const event = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    expect(await read(event + todo("SUMMARY:two"))).toMatchObject({
      imported: 1,
      others: { VEVENT: 1 },
    });
    const start = ["DTSTART;VALUE=DATE:20261130", "DUE;VALUE=DATE:20261201"];
    for (const [lines, names] of [
      [["STATUS:CANCELLED"], ["CANCELLED"]],
      [["PERCENT-COMPLETE:40"], ["PERCENT-COMPLETE"]],
      [start, ["DTSTART"]],
    ] as const)
      expect(await read(todo(...lines))).toMatchObject({ leftOut: [{ names }] });
    expect(await read(todo("PERCENT-COMPLETE:100"))).toMatchObject({ leftOut: [] });
    const done = (await tasksOf(actor)).filter(({ completed }) => completed);
    expect(done).toHaveLength(2);
    const lost = await read(todo("CATEGORIES:home,family", "LOCATION:Lahore", zone));
    expect(lost).toMatchObject({
      imported: 1,
      leftOut: [{ row: 1, title: "one", names: ["LOCATION", "TZID"] }],
      losses: [
        { kind: "place", count: 1, examples: ["one: LOCATION"] },
        { kind: "zone", count: 1 },
      ],
    });
    for (const line of ["DUE;VALUE=DATE:20260230", "DUE:20260230T090000Z", "DUE:tomorrow"])
      expect(await read(todo(line))).toMatchObject({
        imported: 0,
        rows: [{ row: 1, title: "one", fields: ["due_at"] }],
      });
    expect(await read(todo("RRULE:FREQ=DAILY", "EXDATE:20260230"))).toMatchObject({
      rows: [{ row: 1, fields: ["recurrence_except.0"] }],
    });
  });
});
