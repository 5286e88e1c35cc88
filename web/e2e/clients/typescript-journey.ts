// A program that a stranger writes against the OpenAPI document, with the types that
// openapi-typescript makes of it. Run by the test beside it, which type-checks it first.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "./karlo-api.d.ts";

const baseUrl = process.argv[2] ?? "";
const email = `typescript-${process.pid}@example.com`;
const password = "correct horse battery";

const anonymous = createClient<paths>({ baseUrl });
const made = await anonymous.POST("/api/v1/auth/signup", {
  body: { name: "Amna", email, password, time_zone: "Asia/Karachi" },
});
assert.ok(made.data?.token, JSON.stringify(made.error));
const karlo = createClient<paths>({
  baseUrl,
  headers: { authorization: `Bearer ${made.data.token}` },
});

// Made once, however often it is sent.
const milk: components["schemas"]["NewTask"] = {
  title: "buy milk",
  due_at: "2030-12-31",
  category: "home",
  reminders: [{ minutes_before: 30 }],
};
const header = { "Idempotency-Key": "a key" };
const first = await karlo.POST("/api/v1/tasks", { body: milk, params: { header } });
const again = await karlo.POST("/api/v1/tasks", { body: milk, params: { header } });
assert.equal(first.response.status, 201);
assert.equal(again.data?.id, first.data?.id);
const id = first.data?.id ?? 0;
const reminder: { minutes_before: number } | { at: string } | undefined =
  first.data?.reminders?.[0];
assert.deepEqual(reminder, { minutes_before: 30 });

// Changed under the condition that it is as it was seen, and refused afterwards.
const path = { id };
const tag = first.response.headers.get("etag") ?? "";
const edit = (title: string) =>
  karlo.PATCH("/api/v1/tasks/{id}", {
    params: { path, header: { "If-Match": tag } },
    body: { title },
  });
assert.equal((await edit("buy bread")).data?.title, "buy bread");
const late = await edit("buy eggs");
assert.equal(late.response.status, 412);
assert.equal(late.error?.code, "precondition_failed");

const batch = await karlo.POST("/api/v1/tasks/batch", {
  body: {
    operations: [
      { op: "create", task: { title: "gym", recurrence: "FREQ=DAILY", due_at: "2030-01-01" } },
      { op: "complete", id, completed: true },
    ],
  },
});
assert.deepEqual(
  batch.data?.results.map(({ op }) => op),
  ["create", "complete"],
);

// Followed, by what has changed since.
const all = await karlo.GET("/api/v1/tasks/changes", {
  params: { query: { changed_since: "*" } },
});
assert.equal(all.data?.tasks.length, 2);
const gym = all.data.tasks.find(({ title }) => title === "gym")?.id ?? 0;
const gone = await karlo.DELETE("/api/v1/tasks/{id}", { params: { path: { id: gym } } });
assert.equal(gone.response.status, 204);
const since = await karlo.GET("/api/v1/tasks/changes", {
  params: { query: { changed_since: all.data.sync_token ?? "" } },
});
assert.deepEqual(
  since.data?.deleted.map((one) => [one.id, one.forever]),
  [[gym, false]],
);

const refused = await karlo.POST("/api/v1/tasks", { body: { title: " " } });
assert.equal(refused.error?.field, "title");
const list = await karlo.GET("/api/v1/lists/{id}", { params: { path: { id: "home" } } });
assert.equal(list.data?.total, 1);

const chat = await karlo.POST("/api/v1/chat", { body: { message: "add call Sara tomorrow" } });
// A stream of events, if it was asked for.
assert.ok(chat.data && typeof chat.data !== "string", JSON.stringify(chat.error));
assert.equal(chat.data.status, "completed");
const file = await karlo.GET("/api/v1/tasks/export", { params: { query: { format: "json" } } });
assert.ok(file.data && typeof file.data !== "string");
assert.equal(file.data.tasks.length, 2);
const imported = await karlo.POST("/api/v1/tasks/import", {
  body: { tasks: [{ title: "from a file", due_at: "2030-06-01T09:00:00Z" }] },
});
assert.equal(imported.data?.imported, 1);
const feed = await karlo.POST("/api/v1/feeds", { body: { kind: "tasks" } });
const calendar = await fetch(new URL(new URL(feed.data?.url ?? "").pathname, baseUrl));
assert.match(await calendar.text(), /SUMMARY:from a file/);
console.log("done");
