import { parse } from "csv-parse/sync";
import fc from "fast-check";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#app/platform/database";
import { createTestDatabase, type TestDatabase } from "#app/platform/testing/test-database";
import { createTask } from "./create-task.server";
import { exportTasks } from "./export-tasks.server";
import { importTasks } from "./import-tasks.server";
import { listTasks } from "./list-tasks.server";
import { type Actor, PRIORITIES, type Task } from "./task";
import { toggleComplete } from "./toggle-complete.server";
import { FORMATS, IMPORT_ROWS_MAX, type TransferTask } from "./transfer";
import { writeCsv } from "./transfer-csv";

let database: TestDatabase;
let opened: Database;
let people = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase(database.url, 4);
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

async function somebody(): Promise<Actor> {
  people += 1;
  const id = `person${people}`;
  await opened.db.user.create({ data: { id, name: id, email: `${id}@example.com` } });
  return { userId: id, by: "api", timeZone: "Asia/Karachi" };
}

async function tasksOf({ userId }: Actor): Promise<Task[]> {
  return (await listTasks(opened.db, userId, { sort: "number", limit: 100 }, "UTC")).tasks;
}

/** What a round trip must keep. */
const kept = ({ id: _, version: __, updatedAt: ___, ...task }: Task) => task;

// No lone surrogates and no NUL: neither can be kept. No carriage return or control character:
// a calendar has no place for them.
const text = (maxLength: number) =>
  fc
    .string({ unit: "grapheme", maxLength })
    .map((any) =>
      any
        .replace(/\p{Cc}/gu, " ")
        .trim()
        .slice(0, maxLength)
        .trim(),
    )
    .filter((any) => any.isWellFormed());
const tricky = fc.constantFrom(
  "=1+1",
  "'=1+1",
  "''-2",
  "@SUM(A1)",
  '"quoted", and; comma',
  "line\nbreak\n\nand more",
  "\\n \\, \\;",
  "'tis",
  "دودھ، انڈے؛ روٹی",
  "BEGIN:VTODO",
  "a:b;c=d,e",
);
const seconds = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2090, 0, 1) / 1000 })
  .map((second) => new Date(second * 1000).toISOString().replace(".000", ""));
const due = fc.oneof(
  fc.constant(null),
  seconds,
  seconds.map((moment) => moment.slice(0, 10)),
);
const newTask = fc.record({
  title: fc.oneof(tricky, text(80).filter(Boolean)),
  description: fc.oneof(tricky, text(300)),
  priority: fc.constantFrom(...PRIORITIES),
  category: fc.option(
    fc.oneof(tricky, text(40)).map((any) => any.replaceAll("\n", " ") || null),
    { nil: null },
  ),
  dueAt: due,
  recurrence: fc.constantFrom(null, "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"),
});

describe("export and import", () => {
  it.each(FORMATS)("%s brings back what it took, whatever the text", async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(newTask, { maxLength: 6 }), fc.nat(5), async (tasks, done) => {
        const [from, to] = [await somebody(), await somebody()];
        for (const task of tasks) await createTask(opened.db, from, task);
        if (tasks[done] && !tasks[done].recurrence) {
          await toggleComplete(opened.db, from, done + 1, true);
        }
        // A calendar knows seconds only.
        await opened.db.$executeRaw`
          UPDATE task SET created_at = date_trunc('second', created_at),
            completed_at = date_trunc('second', completed_at)
          WHERE user_id = ${from.userId}`;
        const file = await exportTasks(opened.db, from.userId, format);
        expect(await importTasks(opened.db, to, format, file)).toBe(tasks.length);
        expect((await tasksOf(to)).map(kept)).toEqual((await tasksOf(from)).map(kept));
      }),
      { numRuns: 25 },
    );
  });

  it("gives a spreadsheet no formula", () => {
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ minLength: 1 })), (title) => {
        const csv = writeCsv([{ title, description: title, category: title } as TransferTask]);
        for (const cell of (parse(csv, { bom: true }) as string[][])[1] ?? []) {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      }),
    );
  });

  it("writes a calendar that says when, how often and how much it matters", async () => {
    const actor = await somebody();
    await createTask(opened.db, actor, {
      title: "bins",
      dueAt: "2026-11-23",
      recurrence: "FREQ=WEEKLY;BYDAY=MO",
      priority: "high",
    });
    const file = await exportTasks(opened.db, actor.userId, "ics");
    const todo = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent("vtodo");
    expect(todo?.getFirstPropertyValue("summary")).toBe("bins");
    expect(file).toContain("DUE;VALUE=DATE:20261123\r\n");
    expect(file).toContain("RRULE:FREQ=WEEKLY;BYDAY=MO\r\n");
    expect(file).toContain("PRIORITY:1\r\n");
  });

  it("reads what other programs write", async () => {
    const actor = await somebody();
    const calendar = [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "BEGIN:VTODO",
      "SUMMARY:call mother",
      "DUE;TZID=Europe/London:20261201T090000",
      "CATEGORIES:home,family",
      "STATUS:COMPLETED",
      "END:VTODO",
      "BEGIN:VTODO",
      "SUMMARY:floating",
      "DUE:20261201T090000",
      "END:VTODO",
      "END:VCALENDAR",
    ].join("\r\n");
    await importTasks(opened.db, actor, "ics", calendar);
    await importTasks(
      opened.db,
      actor,
      "csv",
      "Title,Completed,Due_At\nfrom csv,TRUE,2026-12-02\n",
    );
    const wire = { id: 7, title: "from the api", version: 3, completed: false, due_at: null };
    await importTasks(opened.db, actor, "json", JSON.stringify({ user: {}, tasks: [wire] }));
    expect(await tasksOf(actor)).toMatchObject([
      { title: "call mother", dueAt: "2026-12-01T09:00:00Z", completed: true, category: "home" },
      { title: "floating", dueAt: "2026-12-01T04:00:00Z", completed: false },
      { title: "from csv", dueAt: "2026-12-02", completed: true },
      { id: 4, title: "from the api", version: 1 },
    ]);
  });

  it("says which row and field is wrong, and then adds nothing", async () => {
    const actor = await somebody();
    const rows = [
      { title: "good" },
      { title: "", priority: "urgent" },
      { title: "x", owner: "me" },
    ];
    await expect(
      importTasks(opened.db, actor, "json", JSON.stringify({ tasks: rows })),
    ).rejects.toMatchObject({
      code: "import_invalid",
      values: {
        row: 2,
        errors: [
          { row: 2, field: "title" },
          { row: 2, field: "priority", expected: "one of low, medium, high" },
          { row: 3, field: "owner" },
        ],
      },
    });
    const csv = "title,due_at\ngood,2026-12-01\nbad,someday\n";
    await expect(importTasks(opened.db, actor, "csv", csv)).rejects.toMatchObject({
      field: "due_at",
      values: { row: 2 },
    });
    expect(await tasksOf(actor)).toEqual([]);
  });

  it.each([
    ["json", "[]"],
    ["json", "{"],
    ["csv", 'title\n"open'],
    ["csv", "title,priority\none\n"],
    ["ics", "title"],
    ["ics", ""],
  ] as const)("refuses %s that is none: %j", async (format, file) => {
    const actor = await somebody();
    await expect(importTasks(opened.db, actor, format, file)).rejects.toMatchObject({
      code: "import_unreadable",
    });
  });

  it("takes as many as it says, and no more", async () => {
    const actor = await somebody();
    const tasks = Array.from({ length: IMPORT_ROWS_MAX }, (_, n) => ({
      title: `task number ${n}`,
    }));
    const file = (rows: object[]) => JSON.stringify({ tasks: rows });
    expect(await importTasks(opened.db, actor, "json", file(tasks))).toBe(IMPORT_ROWS_MAX);
    await expect(
      importTasks(opened.db, actor, "json", file([...tasks, { title: "one more" }])),
    ).rejects.toMatchObject({ code: "import_too_many" });
  });
});
