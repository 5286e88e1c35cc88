import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { deleteForever, emptyTrash } from "#app/tasks/trash/empty-trash.server";
import { purgeTrash } from "#app/tasks/trash/purge-trash.server";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { purgeTombstones } from "./purge-tombstones.server";
import { isSnapshot, readSyncToken, writeSyncToken } from "./sync-token";

let api: TestApi;
beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

interface Page {
  tasks: { id: number; title: string }[];
  deleted: { id: number; forever: boolean }[];
  next_cursor: string | null;
  sync_token: string | null;
}
const actorOf = ({ id: userId }: TestPerson) => ({ userId, by: "api", timeZone: "UTC" }) as const;

async function pageOf(person: TestPerson, query: Record<string, string>, status = 200) {
  const response = await person.call("GET", `/api/v1/tasks?${new URLSearchParams(query)}`);
  expect(response.status, await response.clone().text()).toBe(status);
  return (await response.json()) as Page & { code?: string; field?: string };
}

/** A program that keeps a copy of a list by its changes. */
class Copy {
  readonly titles = new Map<number, string>();
  token = "*";
  constructor(readonly person: TestPerson) {}

  async sync(limit = 100): Promise<number> {
    let cursor: string | null = null;
    let changes = 0;
    for (;;) {
      const query = { changed_since: this.token, limit: String(limit), ...(cursor && { cursor }) };
      const page: Page = await pageOf(this.person, query);
      for (const { id, title } of page.tasks) this.titles.set(id, title);
      for (const { id } of page.deleted) this.titles.delete(id);
      changes += page.tasks.length + page.deleted.length;
      cursor = page.next_cursor;
      if (page.sync_token !== null) {
        expect(cursor).toBeNull();
        this.token = page.sync_token;
        return changes;
      }
    }
  }
}

const acts = fc.array(
  fc.record({
    act: fc.constantFrom(
      "create",
      "edit",
      "delete",
      "restore",
      "forever",
      "empty",
      "purge",
      "sync",
    ),
    id: fc.integer({ min: 1, max: 6 }),
    limit: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 5, maxLength: 25 },
);

describe("the changes of a list", () => {
  it("keep a copy as it is, whatever happens, and come once", async () => {
    const { db } = api.app;
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const person = await api.signUp();
        const actor = actorOf(person);
        const copy = new Copy(person);
        for (const { act, id, limit } of sequence) {
          const missing = () => null;
          if (act === "create") await createTask(db, actor, { title: "one" });
          if (act === "edit") await updateTask(db, actor, id, { title: `at ${id}` }).catch(missing);
          if (act === "delete") await deleteTask(db, actor, id).catch(missing);
          if (act === "restore") await restoreTask(db, actor, id).catch(missing);
          if (act === "forever") await deleteForever(db, actor.userId, id).catch(missing);
          if (act === "empty") await emptyTrash(db, actor.userId);
          if (act === "purge") await purgeTrash(db, new Date(Date.now() + 31 * 86_400_000));
          if (act === "sync") await copy.sync(limit);
        }
        await copy.sync();
        const rows = await db.task.findMany({ where: { userId: person.id, deletedAt: null } });
        expect(copy.titles).toEqual(new Map(rows.map(({ number, title }) => [number, title])));
        expect(await copy.sync()).toBe(0);
      }),
      { numRuns: 15 },
    );
  });

  it("have what was begun before the token and committed after it", async () => {
    const person = await api.signUp();
    const copy = new Copy(person);
    await copy.sync();
    await api.app.db.$transaction(async (tx) => {
      await createTask(tx, actorOf(person), { title: "late" });
      await copy.sync();
      expect(copy.titles.size).toBe(0);
    });
    expect(await copy.sync()).toBe(1);
    expect([...copy.titles.values()]).toEqual(["late"]);
  });

  it("are also those since a moment", async () => {
    const person = await api.signUp();
    await createTask(api.app.db, actorOf(person), { title: "one" });
    const [past, future] = ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
    expect((await pageOf(person, { changed_since: past })).tasks).toHaveLength(1);
    expect((await pageOf(person, { changed_since: future })).tasks).toHaveLength(0);
    expect((await pageOf(person, { changed_since: "2020-01-01" })).tasks).toHaveLength(1);
  });

  it("cannot be asked for with what is no token, too old, or of another database", async () => {
    const person = await api.signUp();
    const token = readSyncToken((await pageOf(person, { changed_since: "*" })).sync_token ?? "");
    if (!token) throw new Error("no token");
    const stale = writeSyncToken({ ...token, at: new Date(Date.now() - 91 * 86_400_000) });
    const foreign = writeSyncToken({ ...token, cluster: "1" });
    for (const changed_since of [stale, foreign])
      expect(await pageOf(person, { changed_since }, 410)).toMatchObject({ code: "sync_expired" });
    const wrong = writeSyncToken({ ...token, snapshot: "5:4:" });
    for (const changed_since of [wrong, "x", "\u0000", "-1", "9".repeat(5_000)])
      expect((await pageOf(person, { changed_since }, 422)).field).toBe("changed_since");
    for (const [field, query] of [
      ["cursor", { cursor: "x" }],
      ["status", { status: "open" }],
      ["category", { category: "home" }],
    ] as const)
      expect((await pageOf(person, { changed_since: "*", ...query }, 422)).field).toBe(field);
  });

  it("forget deleted tasks when no token is as old", async () => {
    const person = await api.signUp();
    const { db } = api.app;
    await createTask(db, actorOf(person), { title: "one" });
    await deleteTask(db, actorOf(person), 1);
    await emptyTrash(db, person.id);
    const stones = () =>
      db.$queryRaw`SELECT number FROM task_tombstone WHERE user_id = ${person.id}`;
    await purgeTombstones(db, new Date(Date.now() + 90 * 86_400_000));
    expect(await stones()).toHaveLength(1);
    await purgeTombstones(db, new Date(Date.now() + 92 * 86_400_000));
    expect(await stones()).toHaveLength(0);
  });

  it("take a snapshot only as PostgreSQL does", async () => {
    const part = fc.oneof(
      fc.integer({ min: 0, max: 12 }).map(String),
      fc.constantFrom("", "x", "-1"),
    );
    const snapshot = fc
      .tuple(part, part, fc.array(part, { maxLength: 3 }))
      .map(([from, to, list]) => `${from}:${to}:${list.join(",")}`);
    await fc.assert(
      fc.asyncProperty(snapshot, async (text) => {
        if (!isSnapshot(text)) return;
        await api.app.db.$queryRaw`SELECT ${text}::pg_snapshot::text`;
      }),
    );
    expect(isSnapshot("5:9:6,8")).toBe(true);
  });
});

describe("a batch", () => {
  const send = (person: TestPerson, operations: unknown, headers = {}) =>
    person.call("POST", "/api/v1/tasks/batch", { operations }, headers);

  it("does all of its acts in order, once by its key", async () => {
    const person = await api.signUp();
    const operations = [
      { op: "create", task: { title: "gym", due_at: "2030-01-01", recurrence: "FREQ=DAILY" } },
      { op: "update", id: 1, task: { title: "gymnastics", version: 1 } },
      { op: "complete", id: 1 },
      { op: "create", task: { title: "milk" } },
      { op: "delete", id: 3 },
    ];
    for (let n = 0; n < 2; n += 1) {
      const response = await send(person, operations, { "idempotency-key": "batch" });
      expect(response.status).toBe(200);
      const { results } = (await response.json()) as { results: object[] };
      expect(results).toMatchObject([
        { op: "create", id: 1, task: { title: "gym" } },
        { op: "update", id: 1, task: { title: "gymnastics" } },
        { op: "complete", id: 1, task: { completed: true } },
        { op: "create", id: 3 },
        { op: "delete", id: 3 },
      ]);
    }
    const tasks = await api.app.db.task.findMany({ where: { userId: person.id } });
    expect(tasks).toHaveLength(3);
  });

  it("does nothing where one of them fails, and says which", async () => {
    const person = await api.signUp();
    const create = { op: "create", task: { title: "milk" } };
    await send(person, [create]);
    for (const [operations, status, field] of [
      [[create, { op: "update", id: 9, task: { title: "x" } }], 404, "operations.1"],
      [
        [create, { op: "update", id: 1, task: { title: "x", version: 7 } }],
        409,
        "operations.1.version",
      ],
      [[create, { op: "create", task: { title: "" } }], 422, "operations.1.task.title"],
      [[create, { op: "fly", id: 1 }], 422, "operations.1.op"],
      [[create, { op: "delete", id: 1, more: 1 }], 422, undefined],
      [[], 422, "operations"],
      [Array.from({ length: 101 }, () => create), 422, "operations"],
    ] as const) {
      const response = await send(person, operations);
      expect(response.status).toBe(status);
      const problem = (await response.json()) as { field?: string };
      if (field !== undefined) expect(problem.field).toBe(field);
    }
    expect(await api.app.db.task.count({ where: { userId: person.id } })).toBe(1);
  });

  it("does not wait for another for ever", async () => {
    const person = await api.signUp();
    await send(
      person,
      [1, 2, 3].map((n) => ({ op: "create", task: { title: `${n}` } })),
    );
    const update = (ids: number[]) =>
      send(
        person,
        ids.map((id) => ({ op: "complete", id })),
      );
    const answers = await Promise.all([update([1, 2, 3]), update([3, 2, 1]), update([2, 3, 1])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
