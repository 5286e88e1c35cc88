import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { inTransaction } from "#app/platform/database/transaction";
import { editTask } from "#app/tasks/edit/edit-task.server";
import { getHistory } from "#app/tasks/history/get-history.server";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { createTestApi, type TestApi, type TestPerson } from "#testing/test-app";
import { createTask } from "./create-task.server";
import { deleteTask } from "./delete-task.server";
import { getTask } from "./get-task.server";
import type { Actor } from "./task";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

let api: TestApi;
let person: TestPerson;
let actor: Actor;

beforeAll(async () => {
  api = await createTestApi();
  person = await api.signUp();
  actor = { userId: person.id, by: "api", timeZone: "Asia/Karachi" };
});
afterAll(() => api.close());
afterEach(() => {
  vi.restoreAllMocks();
});

/** The first word of each statement that `work` sends, in their order. */
async function statements(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  query.mockClear();
  await work();
  const texts = query.mock.calls.map(([config]) =>
    (config as unknown as pg.QueryConfig).text.trim(),
  );
  // The app looks for runs to take up at any time.
  return texts.filter((text) => !/FROM run\b/.test(text)).map((text) => text.split(/\s/)[0] ?? "");
}

describe("the statements of one change", () => {
  let id: number;
  beforeEach(async () => {
    ({ id } = await createTask(api.app.db, actor, { title: "water the plants" }));
  });

  it("are one to create, and two to complete, reopen, edit, delete and restore", async () => {
    const { db } = api.app;
    expect(await statements(() => createTask(db, actor, { title: "one" }))).toEqual(["WITH"]);
    const form = { intent: "edit", id, title: "water them", base: { title: "water the plants" } };
    for (const change of [
      () => toggleComplete(db, actor, id),
      () => toggleComplete(db, actor, id),
      () => editTask(db, actor, form as Parameters<typeof editTask>[2]),
      () => updateTask(db, actor, id, { title: "all", dueAt: "2027-01-01", priority: "high" }),
      () => deleteTask(db, actor, id),
      () => restoreTask(db, actor, id),
    ]) {
      expect(await statements(change)).toEqual(["SELECT", "WITH"]);
    }
  });

  it("are as many in a transaction, which locks", async () => {
    const work = () => inTransaction(api.app.db, (tx) => toggleComplete(tx, actor, id));
    expect(await statements(work)).toEqual(["BEGIN", "SELECT", "WITH", "COMMIT"]);
  });

  it("are one more over HTTP than in the app, for the person", async () => {
    const path = `/api/v1/tasks/${id}`;
    // The first call with a token reads the keys that sign it.
    await person.call("GET", path);
    for (const call of [
      () => person.call("PATCH", `${path}/complete`),
      () => person.call("PATCH", path, { title: "more" }),
      () => person.call("DELETE", path),
    ]) {
      expect(await statements(call)).toEqual(["SELECT", "SELECT", "WITH"]);
    }
    const create = () => person.call("POST", "/api/v1/tasks", { title: "new" });
    expect(await statements(create)).toEqual(["SELECT", "WITH"]);
  });

  it("are none for a task that is in the wanted state, but to read it", async () => {
    const { db } = api.app;
    expect(await statements(() => toggleComplete(db, actor, id, false))).toEqual(["SELECT"]);
    expect(await statements(() => updateTask(db, actor, id, {}))).toEqual(["SELECT"]);
  });
});

describe("changes of one task at the same time", () => {
  it("are all made, one after another, each recorded with what it found", async () => {
    const { db } = api.app;
    const { id } = await createTask(db, actor, { title: "0" });
    const titles = Array.from({ length: 12 }, (_, n) => `title ${n + 1}`);
    await Promise.all(titles.map((title) => updateTask(db, actor, id, { title })));
    expect((await getTask(db, person.id, id)).version).toBe(13);
    const { changes } = await getHistory(db, person.id, id);
    const chain = changes.reverse().slice(1);
    expect(chain.map(({ fields }) => fields.title?.after).sort()).toEqual([...titles].sort());
    for (const [n, { fields }] of chain.entries()) {
      expect(fields.title?.before).toBe(n === 0 ? "0" : chain[n - 1]?.fields.title?.after);
    }
  });

  it("with one version let one through", async () => {
    const { db } = api.app;
    const { id } = await createTask(db, actor, { title: "0" });
    const edits = Array.from({ length: 8 }, (_, n) =>
      updateTask(db, actor, id, { title: `title ${n}`, version: 1 }),
    );
    const settled = await Promise.allSettled(edits);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of settled) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "version_conflict" });
    }
    expect((await getTask(db, person.id, id)).version).toBe(2);
  });

  it("toggle a recurring task with one successor or none", async () => {
    const { db } = api.app;
    const task = { title: "often", dueAt: "2026-12-01", recurrence: "FREQ=DAILY" };
    for (const times of [1, 2, 5, 8]) {
      const { id } = await createTask(db, actor, task);
      await Promise.all(Array.from({ length: times }, () => toggleComplete(db, actor, id)));
      const successors = await db.task.count({
        where: { userId: person.id, previousNumber: id },
      });
      expect(successors).toBe(times % 2);
      expect((await getTask(db, person.id, id)).completed).toBe(times % 2 === 1);
    }
  });
});
