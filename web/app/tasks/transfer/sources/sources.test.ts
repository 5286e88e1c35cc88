import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readSource, type SourceInput } from "./read-source";
import { expected } from "./testing/expected";

const now = new Date("2026-11-21T04:00:00Z");
const folder = path.join(import.meta.dirname, "samples");

/** Reads a file as the worker does, and gives its tasks as rows of the database. */
function read(name: string, bytes: Uint8Array | string, choices: Partial<SourceInput> = {}) {
  const file = typeof bytes === "string" ? strToU8(bytes) : new Uint8Array(bytes);
  const input = { name, bytes: file, timeZone: "Asia/Karachi", now, ...choices };
  const found = readSource(input);
  const rows = found.batches.flatMap(({ json }) => JSON.parse(json));
  const tasks = rows.map(({ after }) => after as Record<string, unknown>);
  return { ...found, rows: tasks };
}

const sample = (name: string) => read(name, readFileSync(path.join(folder, name)));

describe("files of other programs", () => {
  it("has what every sample becomes", () => {
    expect(Object.keys(expected).sort()).toEqual(readdirSync(folder).sort());
  });

  it.each(Object.entries(expected))("%s", (name, [source, rows, said = {}]) => {
    const found = sample(name);
    expect(found.faults).toEqual([]);
    expect(found.source).toBe(source);
    expect(found.rows).toMatchObject(rows);
    expect(found.rows.length).toBe(rows.length);
    const counts = (list: { kind: string; count: number }[]) =>
      Object.fromEntries(list.map(({ kind, count }) => [kind, count]));
    const { losses, skipped, kept } = { losses: {}, skipped: {}, kept: {}, ...said };
    expect(counts(found.losses)).toEqual(losses);
    expect(counts(found.skipped)).toEqual(skipped);
    const labelled = found.rows.filter((row) => (row.labels as string[]).length > 0).length;
    const steps = found.parents.filter((parent) => parent !== null).length;
    expect({ labels: labelled, steps }).toEqual({ labels: 0, steps: 0, ...kept });
    expect(new Set(found.keys.map(({ uid }) => uid)).size).toBe(rows.length);
  });

  it("names the columns that it does not know", () => {
    const { columns, separator, dayFirst } = sample("unknown.csv");
    expect(columns.map(({ name, field }) => [name, field])).toEqual([
      ["Aufgabe", "title"],
      ["Fällig am", "due"],
      ["Erledigt", "completed"],
      ["Farbe", null],
      ["Notizen", "notes"],
    ]);
    expect([separator, dayFirst]).toEqual([";", true]);
  });
});

describe("what a file is", () => {
  const backup = () =>
    zipSync({
      "Inbox [1].csv": strToU8("TYPE,CONTENT,PRIORITY,INDENT\ntask,one,4,1\n"),
      "Work [2].csv": strToU8("TYPE,CONTENT,PRIORITY,INDENT\ntask,two,1,1\n"),
      "attachment.png": new Uint8Array(100_000),
    });

  it("unpacks a backup of Todoist, each list a file", () => {
    const found = read("todoist_backup.zip", backup());
    expect([found.source, found.packed]).toEqual(["todoist", true]);
    expect(found.rows).toMatchObject([
      { title: "one", category: null },
      { title: "two", category: "Work", priority: "high" },
    ]);
  });

  it("finds the tasks in an archive of Google and in one of Vikunja", () => {
    const file = (name: string) => new Uint8Array(readFileSync(path.join(folder, name)));
    const takeout = zipSync({
      "Takeout/archive_browser.html": strToU8("<html></html>"),
      "Takeout/Tasks/Tasks.json": file("Tasks.json"),
    });
    expect(read("takeout.zip", takeout).source).toBe("google-tasks");
    const vikunja = zipSync({
      VERSION: strToU8("0.24.0"),
      "data.json": file("data.json"),
      "filters.json": strToU8("[]"),
    });
    expect(read("vikunja_export.zip", vikunja)).toMatchObject({ source: "vikunja", tasks: 2 });
  });

  const csv = "Task;Due\nکتاب پڑھنا;2026-12-01\nçay için;2026-12-02\n";
  it.each([
    ["utf-8", new TextEncoder().encode(csv)],
    ["utf-8", new TextEncoder().encode(`\ufeff${csv}`)],
    ["utf-16le", new Uint8Array(Buffer.from(`\ufeff${csv}`, "utf16le"))],
    ["utf-16be", new Uint8Array(Buffer.from(`\ufeff${csv}`, "utf16le").swap16())],
    ["utf-16le", new Uint8Array(Buffer.from(csv.replaceAll(/[^\0-\x7f]/g, "e"), "utf16le"))],
  ] as const)("reads a table in %s", (encoding, bytes) => {
    const found = read("tasks.csv", bytes);
    expect(found).toMatchObject({ encoding, source: "table", separator: ";", tasks: 2 });
    expect(found.rows).toMatchObject([{ due_at: "2026-12-01" }, { due_at: "2026-12-02" }]);
  });

  it("tells Windows-1256 from Windows-1252, and takes what is chosen", () => {
    const latin = new Uint8Array(Buffer.from("title,notes\nCafé in Zürich,für später\n", "latin1"));
    expect(read("a.csv", latin)).toMatchObject({
      encoding: "windows-1252",
      rows: [{ title: "Café in Zürich" }],
    });
    // "کتاب" in Windows-1256.
    const arabic = new Uint8Array([...Buffer.from("title\n"), 0x98, 0xca, 0xc7, 0xc8, 0x0a]);
    expect(read("a.csv", arabic)).toMatchObject({
      encoding: "windows-1256",
      rows: [{ title: "کتاب" }],
    });
    expect(read("a.csv", arabic, { encoding: "windows-1252" }).rows[0]?.title).toBe("˜ÊÇÈ");
  });

  it("takes the columns and the order of dates that are chosen", () => {
    const table = "What,When,Who\nmilk,3/4/2026,Ali\n";
    expect(read("a.csv", table).rows).toMatchObject([{ title: "milk", due_at: "2026-04-03" }]);
    const chosen = { columns: { Who: "title", What: "notes" } as const, dayFirst: false };
    expect(read("a.csv", table, chosen).rows).toMatchObject([
      { title: "Ali", description: "milk", due_at: "2026-03-04" },
    ]);
  });

  it.each([
    ["a plain text of lines", "Buy milk\nخط لکھنا\n", "markdown", 2],
    ["bullets with commas", "- milk, eggs\n- bread, butter\n", "markdown", 2],
    [
      "an old export of Taskwarrior",
      '{"uuid":"a","entry":"20261101T090000Z","description":"x","status":"pending"},\n{"uuid":"b","entry":"20261101T090000Z","description":"y","status":"pending"}\n',
      "taskwarrior",
      2,
    ],
    ["tasks of Karlo", '{"tasks":[{"title":"a","colour":"red"}]}', "karlo", 1],
    ["a table of Karlo", "title,due_at,colour\na,2026-12-01,red\n", "karlo", 1],
  ] as const)("tells %s", (_, text, source, tasks) => {
    expect(read("file", text)).toMatchObject({ source, tasks, rejected: 0 });
  });

  it("names an unknown member of a task of Karlo, and ignores it", () => {
    const { columns } = read("file", '{"tasks":[{"title":"a","colour":"red"}]}');
    expect(columns).toEqual([{ name: "colour", field: null, example: "red" }]);
  });
});

describe("hostile files", () => {
  const huge = "x".repeat(3_000_000);
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  const lines = (line: (n: number) => string, count: number) =>
    Array.from({ length: count }, (_, n) => line(n)).join("\n");
  it.each<[string, string, string | Uint8Array, string]>([
    ["deep JSON", "a.json", deep, "file_bound"],
    ["deep tasks", "a.json", `{"kind":"tasks#taskLists","items":${deep}}`, "file_bound"],
    ["a huge line of Markdown", "a.md", `- [ ] ${huge}`, "file_bound"],
    ["a huge heading of Org", "a.org", `* TODO ${huge}`, "file_bound"],
    ["a huge cell", "a.csv", `title,b\n${huge},`, "file_bound"],
    ["many columns", "a.csv", `title${",a".repeat(5_000)}\nx\n`, "file_bound"],
    ["many boxes", "a.md", lines((n) => `- [ ] ${n}`, 200_000), "import_too_many"],
    [
      "boxes within boxes",
      "a.md",
      lines((n) => `${" ".repeat(n % 900)}- [ ] ${n}`, 12_000),
      "import_too_many",
    ],
    [
      "boxes under a heading of Org",
      "a.org",
      `* TODO a\n${lines((n) => `- [ ] ${n}`, 100_000)}`,
      "import_too_many",
    ],
    ["many rows", "a.csv", `title,b\n${"a,b\n".repeat(100_000)}`, "import_too_many"],
    [
      "a picture",
      "a.csv",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
      "import_unreadable",
    ],
    [
      "half of an archive",
      "a.zip",
      new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
      "import_unreadable",
    ],
    [
      "an archive of pictures",
      "a.zip",
      zipSync({ "a.png": new Uint8Array(10) }),
      "import_unreadable",
    ],
    ["a zip bomb", "a.zip", zipSync({ "a.csv": new Uint8Array(40_000_000) }), "file_bound"],
    [
      "an archive of many files",
      "a.zip",
      zipSync(
        Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`${n}.csv`, strToU8("a")])),
      ),
      "file_bound",
    ],
  ])("refuses %s", (_, name, bytes, code) => {
    const before = process.cpuUsage().user;
    expect(() => read(name, bytes)).toThrow(expect.objectContaining({ code, status: 422 }));
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(5_000);
  });

  it("keeps what is too long for a task, and cuts none of its letters in half", () => {
    const title = `${"a".repeat(198)}😀${"b".repeat(300)}`;
    const notes = "ن".repeat(20_000);
    const file = JSON.stringify([{ type: "to-do", attributes: { title, notes } }]);
    const { rows, losses, rejected } = read("things.json", file);
    expect(rejected).toBe(0);
    expect(rows[0]?.title).toBe(`${"a".repeat(198)}…`);
    expect(String(rows[0]?.description).startsWith(title)).toBe(true);
    expect(losses.map(({ kind }) => kind)).toEqual(["title", "notes"]);
  });
});
