import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTask } from "#app/tasks/task/create-task.server";
import type { Task } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { insertTasks, readTasks } from "./import-tasks.server";
import { newTask, tricky } from "./testing/task-arbitrary";
import { todo, transferPeople } from "./testing/transfer-people";
import { FORMATS, IMPORT_ROWS_MAX, type TransferTask } from "./transfer";
import { csvHeader, writeCsv } from "./transfer-csv";

const people = transferPeople();
const { importTasks, exportText, createActor, tasksOf } = people;

/** The fields that a round trip must preserve. */
const comparable = ({ id: _, version: __, updatedAt: ___, ...task }: Task) => task;

describe("export and import", () => {
  it.each(FORMATS)("%s round-trips tasks with any text", async (format) => {
    await fc.assert(
      fc.asyncProperty(fc.array(newTask, { maxLength: 6 }), fc.nat(5), async (tasks, done) => {
        const [from, to] = [await createActor(), await createActor()];
        for (const task of tasks) await createTask(people.db(), from, task);
        if (tasks[done] && !tasks[done].recurrence) {
          await toggleComplete(people.db(), from, done + 1, true);
        }
        // iCalendar times have no fractions of a second.
        await people.db().$executeRaw`
          UPDATE task SET created_at = date_trunc('second', created_at),
            completed_at = date_trunc('second', completed_at)
          WHERE user_id = ${from.userId}`;
        const file = await exportText(from.userId, format);
        expect(await importTasks(to, format, file)).toBe(tasks.length);
        expect((await tasksOf(to)).map(comparable)).toEqual((await tasksOf(from)).map(comparable));
      }),
      { numRuns: 25 },
    );
  });

  it.each(FORMATS)("%s keeps which tasks are steps of which", async (format) => {
    const [from, to] = [await createActor(), await createActor()];
    const { db } = people.app();
    const step = await createTask(db, from, { title: "made before its task" });
    const parent = await createTask(db, from, { title: "car service" });
    await updateTask(db, from, step.id, { parentId: parent.id });
    await createTask(db, from, { title: "pay", parentId: parent.id });
    await createTask(db, to, { title: "has the first number" });
    await importTasks(to, format, await exportText(from.userId, format));
    const tasks = await tasksOf(to);
    expect(tasks.map(({ title, parentId }) => [title, parentId]).slice(1)).toEqual([
      ["made before its task", 3],
      ["car service", null],
      ["pay", 3],
    ]);
  });

  it("writes no cell that a spreadsheet evaluates as a formula", () => {
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ minLength: 1 })), (title) => {
        const csv = writeCsv([{ title, description: title, category: title } as TransferTask]);
        for (const cell of (parse(csvHeader() + csv, { bom: true }) as string[][])[1] ?? []) {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      }),
    );
  });

  it("reads files of other programs", async () => {
    const actor = await createActor();
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
    await importTasks(actor, "ics", calendar);
    await importTasks(actor, "csv", "Title,Completed,Due_At\nfrom csv,TRUE,2026-12-02\n");
    const wire = { id: 7, title: "from the api", version: 3, completed: false, due_at: null };
    await importTasks(actor, "json", JSON.stringify({ user: {}, tasks: [wire] }));
    expect(await tasksOf(actor)).toMatchObject([
      { title: "call mother", dueAt: "2026-12-01T09:00:00Z", completed: true, category: "home" },
      { title: "floating", dueAt: "2026-12-01T04:00:00Z", completed: false },
      { title: "from csv", dueAt: "2026-12-02", completed: true },
      { id: 4, title: "from the api", version: 1 },
    ]);
  });

  it("reports the invalid rows and fields, and imports nothing", async () => {
    const actor = await createActor();
    const rows = [
      { title: "good" },
      { title: "", priority: "urgent" },
      { title: "x", owner: "me" },
    ];
    await expect(importTasks(actor, "json", JSON.stringify({ tasks: rows }))).rejects.toMatchObject(
      {
        code: "import_invalid",
        values: {
          row: 2,
          errors: [
            { row: 2, field: "title" },
            { row: 2, field: "priority", expected: "one of low, medium, high" },
            { row: 3, field: "owner" },
          ],
        },
      },
    );
    const csv = "title,due_at\ngood,2026-12-01\nbad,someday\n";
    await expect(importTasks(actor, "csv", csv)).rejects.toMatchObject({
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
  ] as const)("rejects malformed %s: %j", async (format, file) => {
    const actor = await createActor();
    await expect(importTasks(actor, format, file)).rejects.toMatchObject({
      code: "import_unreadable",
    });
  });

  const many = 300_000;
  const nested = (depth: number) => `${"[".repeat(depth)}1${"]".repeat(depth)}`;
  it.each([
    ["a line of many parameters", "ics", todo(`DUE${";A=1".repeat(many)}:20261201`), "line"],
    ["many parameters", "ics", todo(`DUE${";A=1".repeat(60)}:20261201`), "parameters"],
    ["parameters without a value", "ics", todo(`DUE${";".repeat(60)}`), "parameters"],
    ["a long line", "ics", todo(`DESCRIPTION:${"x".repeat(100_000)}`), "line"],
    ["a long folded line", "ics", todo(`DESCRIPTION:${"\r\n x".repeat(70_000)}`), "line"],
    ["a line that nobody needs", "ics", todo(`X-A:${"x".repeat(2 ** 21)}`), "line"],
    ["deep components", "ics", `BEGIN:VCALENDAR\n${"BEGIN:X\n".repeat(many)}`, "depth"],
    ["a long cell", "csv", `title\n${"x".repeat(100_000)}\n`, "row"],
    ["a quote that does not end", "csv", `title\n"${"x\n".repeat(many)}`, "row"],
    ["many columns", "csv", `title${",a".repeat(101)}\n`, "columns"],
    ["a long header", "csv", `title${",a".repeat(many)}\n`, "row"],
    ["deep JSON", "json", `{"tasks":[{"title":"a","id":${nested(3_000)}}]}`, "depth"],
    ["deep JSON elsewhere", "json", `{"tasks":[],"more":${nested(many)}}`, "depth"],
  ] as const)("refuses %s, and says which bound", async (_, format, file, bound) => {
    const actor = await createActor();
    await expect(importTasks(actor, format, file)).rejects.toMatchObject({
      code: "file_bound",
      status: 422,
      values: { bound, max: expect.any(Number) },
    });
    expect(await tasksOf(actor)).toEqual([]);
  });

  it.each([
    ["rows", "csv", `title\n${"a\n".repeat(many)}`],
    ["empty objects", "json", `{"tasks":[${"{},".repeat(many)}{}]}`],
    ["tasks", "ics", `BEGIN:VCALENDAR\n${"BEGIN:VTODO\nEND:VTODO\n".repeat(many)}END:VCALENDAR`],
  ] as const)("refuses %s without end", async (_, format, file) => {
    const actor = await createActor();
    const before = process.cpuUsage().user;
    await expect(importTasks(actor, format, file)).rejects.toMatchObject({
      code: "import_too_many",
    });
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(5_000);
  });

  it("leaves out what no task has, however long", async () => {
    const actor = await createActor();
    const alarm = ["BEGIN:VALARM", `ATTACH;ENCODING=BASE64:${"A".repeat(200_000)}`, "END:VALARM"];
    const zone = "BEGIN:VTIMEZONE\nTZID:Karachi\nEND:VTIMEZONE\n";
    const text = todo(
      ...alarm,
      `ATTACH;X="a:b;c":${"B".repeat(300_000)}`,
      'DUE;X-A="a:b;c";TZID=Asia/Karachi:20261201T09\r\n 0000',
      "rrule:FREQ=WEEKLY;BYDAY=MO",
      ...Array.from({ length: 20_000 }, (_, n) => `SUMMARY:more ${n}`),
    ).replace("BEGIN:VTODO", `${zone}BEGIN:VTODO`);
    await importTasks(actor, "ics", text);
    expect(await tasksOf(actor)).toMatchObject([
      { title: "one", dueAt: "2026-12-01T04:00:00Z", recurrence: "FREQ=WEEKLY;BYDAY=MO" },
    ]);
  });

  it.each(["BYMONTHDAY=99", "COUNT=0", "BYHOUR=9;BYMINUTE=0;BYSECOND=0", "FOO=1", "BYSETPOS=366"])(
    "reports a row with a rule that is none: %s",
    async (part) => {
      const actor = await createActor();
      const rule = `FREQ=DAILY;${part}`;
      const rows = Array.from({ length: 300 }, () => ({ title: "x", recurrence: rule }));
      for (const [format, file] of [
        ["json", JSON.stringify({ tasks: rows })],
        ["csv", `title,recurrence\nx,${rule}\n`],
        ["ics", todo(`RRULE:${rule}`)],
      ] as const)
        await expect(importTasks(actor, format, file)).rejects.toMatchObject({
          code: "import_invalid",
          field: "recurrence",
          values: { row: 1, expected: expect.stringContaining("RRULE") },
        });
    },
  );

  it("exports a task whose stored rule is none, and imports it back", async () => {
    const actor = await createActor();
    const rules = ["FREQ=MONTHLY;BYMONTHDAY=99", "FREQ=DAILY;COUNT=0", "FREQ=DAILY;BYHOUR=9", "@"];
    for (const title of rules) await createTask(people.db(), actor, { title });
    await people.db()
      .$executeRaw`UPDATE task SET recurrence = title WHERE user_id = ${actor.userId}`;
    for (const format of FORMATS) {
      const other = await createActor();
      expect(await importTasks(other, format, await exportText(actor.userId, format))).toBe(4);
      expect((await tasksOf(other)).map(({ recurrence }) => recurrence)).toEqual([
        ...[null, null, "FREQ=DAILY", null],
      ]);
    }
    for (const { id } of await tasksOf(actor)) await toggleComplete(people.db(), actor, id, true);
    expect(await tasksOf(actor)).toMatchObject([
      ...[1, 2, 3, 4].map((id) => ({ id, completed: true })),
      { id: 5, recurrence: "FREQ=DAILY", completed: false },
    ]);
  });

  it("gives back the numbers of an import that was cancelled", async () => {
    const actor = await createActor();
    const { db, workers } = people.app();
    const abort = new AbortController();
    const bytes = new TextEncoder().encode(`title\n${"a\n".repeat(2_000)}`);
    const input = { format: "csv", bytes, timeZone: "UTC", now: new Date() } as const;
    const read = await readTasks(workers, actor.userId, input);
    const onProgress = (_: string, tasks: number) => tasks >= 1_000 && abort.abort();
    const insert = insertTasks(db, db, actor, read, { signal: abort.signal, onProgress });
    await expect(insert).rejects.toThrow("aborted");
    expect(await tasksOf(actor)).toEqual([]);
    expect((await createTask(db, actor, { title: "first" })).id).toBe(1);
  });

  it("accepts the maximum number of rows, and no more", async () => {
    const actor = await createActor();
    const tasks = Array.from({ length: IMPORT_ROWS_MAX }, (_, n) => ({
      title: `task number ${n}`,
    }));
    const file = (rows: object[]) => JSON.stringify({ tasks: rows });
    expect(await importTasks(actor, "json", file(tasks))).toBe(IMPORT_ROWS_MAX);
    await expect(
      importTasks(actor, "json", file([...tasks, { title: "one more" }])),
    ).rejects.toMatchObject({ code: "import_too_many" });
  });
});
