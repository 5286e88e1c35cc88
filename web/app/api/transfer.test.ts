import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApi, type TestApi, type TestPerson } from "#app/platform/testing/test-app";
import { IMPORT_BYTES_MAX } from "#app/tasks/transfer";

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
])("exports %s as a file and imports it again, once for a key", async (format, type) => {
  await amna.call("POST", "/api/v1/tasks", { title: "=buy milk" });
  const path = `/api/${amna.id}/tasks/export?format=${format}`;
  const file = await amna.call("GET", path);
  expect(file.headers.get("content-type")).toBe(type);
  expect(file.headers.get("content-disposition")).toMatch(
    new RegExp(`^attachment; filename="karlo-tasks-[\\d-]{10}\\.${format}"$`),
  );
  const text = await file.text();
  const before = await api.karlo.db.task.count();
  const key = { "idempotency-key": format };
  const answers = [await send(type, text, key), await send(type, text, key)];
  expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
    { imported: before },
    { imported: before },
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(await api.karlo.db.task.count()).toBe(2 * before);
  expect(await api.karlo.db.task.count({ where: { title: { not: "=buy milk" } } })).toBe(0);
});

it("answers a bad file with its row and field, another type with 415, too much with 413", async () => {
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

it("exports nobody else's", async () => {
  const other = await api.signUp("Other");
  expect((await other.call("GET", `/api/${amna.id}/tasks/export`)).status).toBe(404);
  const own = await other.call("GET", "/api/v1/tasks/export");
  expect(await own.json()).toMatchObject({ tasks: [] });
  expect((await other.call("GET", "/api/v1/tasks/export?format=xml")).status).toBe(422);
});
