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

const send = (type: string, body: string, headers = {}) =>
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
