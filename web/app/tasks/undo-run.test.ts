import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApi, type TestApi } from "#app/platform/testing/test-app";
import { createTask } from "./create-task.server";
import { deleteTask } from "./delete-task.server";
import { getTask } from "./get-task.server";
import { listTasks } from "./list-tasks.server";
import type { Actor } from "./task";
import { toggleComplete } from "./toggle-complete.server";
import { undoLastRun, undoRun } from "./undo-run.server";
import { updateTask } from "./update-task.server";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** A person, and the assistant working for them in a run of its own each time. */
async function newPerson() {
  const { id: userId } = await api.signUp();
  const person: Actor = { userId, by: "person", timeZone: "Asia/Karachi" };
  const run = (): Actor & { runId: string } => ({
    ...person,
    by: "assistant",
    runId: randomUUID(),
  });
  const all = async () => {
    const page = await listTasks(api.karlo.db, userId, { status: "all", sort: "number" }, "UTC");
    return page.tasks.map(({ version, updatedAt, completedAt, ...task }) => task);
  };
  return { person, run, all };
}

describe("undoing a run", () => {
  it("takes back everything it did, and can be undone itself", async () => {
    const { db } = api.karlo;
    const { person, run, all } = await newPerson();
    for (const title of ["a", "b", "c", "d"]) await createTask(db, person, { title });
    await toggleComplete(db, person, 4, true);
    const before = await all();

    const turn = run();
    await createTask(db, turn, { title: "new" });
    await updateTask(db, turn, 1, { title: "A", priority: "high", dueAt: "2026-12-01" });
    await updateTask(db, turn, 1, { title: "AA" });
    await deleteTask(db, turn, 2);
    await toggleComplete(db, turn, 3, true);
    await toggleComplete(db, turn, 4, false);
    const after = await all();

    const undo = run();
    const { tasks } = await undoRun(db, undo, turn.runId);
    expect(tasks.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await all()).toEqual(before);

    await undoLastRun(db, run());
    expect(await all()).toEqual(after);
  });

  it("takes a recurring task's next occurrence with its completion", async () => {
    const { db } = api.karlo;
    const { person, run, all } = await newPerson();
    const recurring = { title: "plants", dueAt: "2026-11-27", recurrence: "FREQ=WEEKLY" };
    await createTask(db, person, recurring);
    const turn = run();
    await toggleComplete(db, turn, 1, true);
    expect(await all()).toHaveLength(2);
    await undoRun(db, run(), turn.runId);
    expect(await all()).toMatchObject([{ id: 1, completed: false }]);
    await toggleComplete(db, person, 1, true);
    expect(await all()).toHaveLength(2);
  });

  it("stops where somebody changed a task since, and changes nothing", async () => {
    const { db } = api.karlo;
    const { person, run, all } = await newPerson();
    await createTask(db, person, { title: "a" });
    await createTask(db, person, { title: "b" });
    const turn = run();
    await updateTask(db, turn, 1, { title: "A" });
    await deleteTask(db, turn, 2);
    await updateTask(db, person, 1, { title: "mine" });
    const before = await all();
    await expect(undoRun(db, run(), turn.runId)).rejects.toMatchObject({
      code: "undo_conflict",
      status: 409,
      values: { ids: "#1", current: [{ id: 1, title: "mine" }] },
    });
    expect(await all()).toEqual(before);
    await undoRun(db, run(), turn.runId, true);
    expect((await all()).map(({ title }) => title)).toEqual(["a", "b"]);
  });

  it("knows no other person's runs, and says when there is nothing", async () => {
    const { db } = api.karlo;
    const [amna, bilal] = [await newPerson(), await newPerson()];
    const turn = amna.run();
    const { id } = await createTask(db, turn, { title: "hers" });
    const nothing = { code: "nothing_to_undo" };
    await expect(undoRun(db, bilal.run(), turn.runId)).rejects.toMatchObject(nothing);
    await expect(undoLastRun(db, bilal.run())).rejects.toMatchObject(nothing);
    expect(await getTask(db, amna.person.userId, id)).toMatchObject({ title: "hers" });
  });
});
