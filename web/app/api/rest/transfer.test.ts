import { afterAll, beforeAll, expect, it } from "vitest";
import { IMPORT_BYTES_MAX } from "#app/tasks/transfer/transfer";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";

let api: TestApi;
let amna: TestPerson;

beforeAll(async () => {
  api = await createTestApi();
  amna = await api.signUp("Amna");
});
afterAll(() => api.close());

const send = (type: string, body: BodyInit, headers = {}) =>
  api.fetch("/api/v1/tasks/import", {
    method: "POST",
    headers: { authorization: `Bearer ${amna.token}`, "content-type": type, ...headers },
    body,
  });

it.each([
  ["json", "application/json"],
  ["csv", "text/csv; charset=utf-8"],
  ["ics", "text/calendar; charset=utf-8"],
])("exports %s as a file and imports it, once per idempotency key", async (format, type) => {
  await amna.call("POST", "/api/v1/tasks", { title: "=buy milk" });
  const path = `/api/${amna.id}/tasks/export?format=${format}`;
  const file = await amna.call("GET", path);
  expect(file.headers.get("content-type")).toBe(type);
  expect(file.headers.get("content-disposition")).toMatch(
    new RegExp(`^attachment; filename="karlo-tasks-[\\d-]{10}\\.${format}"$`),
  );
  const text = await file.text();
  const before = await api.app.db.task.count();
  const key = { "idempotency-key": format };
  const answers = [await send(type, text, key), await send(type, text, key)];
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
    { imported: before },
    { imported: before },
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await api.app.db.task.count()).toBe(2 * before);
  expect(await api.app.db.task.count({ where: { title: { not: "=buy milk" } } })).toBe(0);
});

it("reports row and field of an invalid file, 415 for another type, 413 when too large", async () => {
  const bad = await send("text/csv", "title,priority\nfine,high\nwrong,urgent\n");
  expect(bad.status).toBe(422);
  expect(await bad.json()).toMatchObject({
    code: "import_invalid",
    field: "priority",
    row: 2,
    errors: [{ row: 2, field: "priority", expected: "one of low, medium, high" }],
  });
  expect((await send("text/plain", "title")).status).toBe(415);
  const large = JSON.stringify({ tasks: [{ title: "x", description: "y".repeat(2 ** 21) }] });
  expect((await send("application/json", large)).status).toBe(422);
  expect((await send("text/csv", "x".repeat(IMPORT_BYTES_MAX + 1))).status).toBe(413);
});

it("does not export tasks of other users", async () => {
  const other = await api.signUp("Other");
  expect((await other.call("GET", `/api/${amna.id}/tasks/export`)).status).toBe(404);
  const own = await other.call("GET", "/api/v1/tasks/export");
  expect(await own.json()).toMatchObject({ tasks: [] });
  expect((await other.call("GET", "/api/v1/tasks/export?format=xml")).status).toBe(422);
});

it("tells how far an import is, and then the answer", async () => {
  const rows = `title\n${"a\n".repeat(1_200)}`;
  const accept = { accept: "text/event-stream" };
  const stream = await send("text/csv", rows, accept);
  expect(stream.headers.get("content-type")).toBe("text/event-stream");
  const events = (await stream.text()).trim().split("\n\n");
  expect(events).toContain('event: progress\ndata: {"phase":"read","tasks":500}');
  expect(events).toContain('event: progress\ndata: {"phase":"written","tasks":1000}');
  expect(events.at(-1)).toBe('event: completed\ndata: {"imported":1200}');
  const failed = await (await send("text/csv", "title,priority\na,x\n", accept)).text();
  expect(failed).toMatch(/^event: failed\ndata: {.*"code":"import_invalid".*}\n\n$/m);
});

it.each([
  ["POST", "", { title: "x" }],
  ["PATCH", "/1", {}],
  ["PUT", "/1", { title: "x" }],
])("refuses a rule that is none: %s", async (method, path, body) => {
  const rule = { recurrence: "FREQ=MONTHLY;BYMONTHDAY=99" };
  const languages: Record<string, string>[] = [{}, { "accept-language": "ur" }];
  for (const headers of languages) {
    const answer = await amna.call(method, `/api/v1/tasks${path}`, { ...body, ...rule }, headers);
    expect(answer.status).toBe(422);
    const document = (await answer.json()) as { detail: string };
    expect(document).toMatchObject({
      field: "recurrence",
      expected: "an RRULE with BYMONTHDAY=1 to 31 or -31 to -1, each once",
      received: '"FREQ=MONTHLY;BYMONTHDAY=99"',
    });
    for (const part of ["recurrence", "BYMONTHDAY=1 to 31", "BYMONTHDAY=99"])
      expect(document.detail).toContain(part);
  }
});

/** What a file of another program makes of itself. */
async function imported(type: string, body: BodyInit): Promise<Record<string, unknown>[]> {
  const person = await api.signUp();
  const response = await api.fetch("/api/v1/tasks/import", {
    method: "POST",
    headers: { authorization: `Bearer ${person.token}`, "content-type": type },
    body,
  });
  expect(response.status, await response.clone().text()).toBe(201);
  const list = await person.call("GET", "/api/v1/tasks?status=all&sort=number");
  return ((await list.json()) as { tasks: Record<string, unknown>[] }).tasks;
}

it.each([
  ["semicolons", "title;priority\r\nbuy, milk;low\r\n", "buy, milk"],
  ["tabs", "\ufeffTitle\tpriority\nbuy; milk\tlow\n", "buy; milk"],
  ["a first line that says what parts cells", "sep=|\ntitle|priority\na;b,c|low\n", "a;b,c"],
  ["commas, whatever a title has", 'title,priority\n"a;b|c",low\n', "a;b|c"],
])("reads a table with %s", async (_, text, title) => {
  expect(await imported("text/csv", text)).toMatchObject([{ title, priority: "low" }]);
});

it("reads UTF-16, and refuses what would be a guess", async () => {
  const utf16 = new Uint8Array(Buffer.from("\ufefftitle\nدودھ\n", "utf16le"));
  expect(await imported("text/csv", utf16)).toMatchObject([{ title: "دودھ" }]);
  for (const bytes of [
    Buffer.from("title\ncaf\xe9\n", "latin1"),
    Buffer.from([0x61, 0xed, 0xa0]),
  ]) {
    for (const type of ["text/csv", "text/calendar"]) {
      const refused = await send(type, new Uint8Array(bytes));
      expect([refused.status, await refused.json()]).toMatchObject([
        422,
        { code: "import_unreadable", expected: "UTF-8" },
      ]);
    }
  }
  const twice = await send("text/csv", "title,Title\na,b\n");
  expect([twice.status, await twice.json()]).toMatchObject([422, { field: "title" }]);
});

const calendar = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const todo = (...lines: string[]) => ["BEGIN:VTODO", ...lines, "END:VTODO"];

it("leaves the occurrences that were moved out of their series", async () => {
  const tasks = await imported(
    "text/calendar",
    calendar(
      ...todo("UID:r1", "SUMMARY:gym", "DTSTART;VALUE=DATE:20300101", "RRULE:FREQ=DAILY"),
      ...todo(
        ...["UID:r1", "SUMMARY:gym with Sara", "RECURRENCE-ID;VALUE=DATE:20300103"],
        "DTSTART;VALUE=DATE:20300104",
      ),
    ),
  );
  expect(tasks).toMatchObject([
    { title: "gym", recurrence: "FREQ=DAILY", recurrence_except: ["2030-01-03"] },
    { title: "gym with Sara", due_at: "2030-01-04", recurrence: null },
  ]);
});

it("reads zones at the end of a path, and the letters of old phones", async () => {
  const zone = "/freeassociation.sourceforge.net/Europe/Berlin";
  const printable =
    "SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D8=AF=D9=88=\r\n=D8=AF=DA=BE, =3D";
  const tasks = await imported(
    "text/calendar",
    calendar(
      ...todo("SUMMARY:a", `DUE;TZID=${zone}:20300701T090000`),
      ...todo("SUMMARY:b", "DUE;TZID=/mozilla.org/20050126_1/America/Indiana/Knox:20300701T090000"),
      ...todo(printable, "CATEGORIES:Work,Home\\, garden"),
    ),
  );
  expect(tasks).toMatchObject([
    { due_at: "2030-07-01T07:00:00Z" },
    { due_at: "2030-07-01T14:00:00Z" },
    { title: "دودھ, =", category: "Work", labels: ["Home garden"] },
  ]);
});

it("says what people would miss of a task of a calendar", async () => {
  const lost = await send(
    "text/calendar",
    calendar(
      ...todo("SUMMARY:a", "X-ALT-DESC;FMTTYPE=text/html:<b>x</b>", "GEO:1;2", "COMMENT:x"),
      ...todo("SUMMARY:b", "X-ALT-DESC;FMTTYPE=text/html:<b>x</b>", "DESCRIPTION:x"),
    ),
  );
  expect(await lost.json()).toMatchObject({
    imported: 2,
    left_out: [{ row: 1, names: ["X-ALT-DESC", "GEO", "COMMENT"] }],
  });
});
