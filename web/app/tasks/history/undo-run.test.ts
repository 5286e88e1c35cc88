import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import { skipOccurrence } from "#app/tasks/task/skip-occurrence.server";
import type { Actor } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { createTestApi, type TestApi } from "#testing/test-app";
import { undoLastRun, undoRun } from "./undo-run.server";

let api: TestApi;

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());

/** A new user; `run` gives an assistant actor with a new run id. */
async function createPerson() {
  const { id: userId } = await api.signUp();
  const person: Actor = { userId, by: "person", timeZone: "Asia/Karachi" };
  const run = (): Actor & { runId: string } => ({
    ...person,
    by: "assistant",
    runId: randomUUID(),
  });
  const readTasks = async () => {
    const page = await listTasks(api.app.db, userId, { status: "all", sort: "number" }, "UTC");
    return page.tasks.map(({ version, updatedAt, completedAt, ...task }) => task);
  };
  return { person, run, readTasks };
}

describe("undoing a run", () => {
  it("reverts all of its changes, and can itself be undone", async () => {
    const { db } = api.app;
    const { person, run, readTasks } = await createPerson();
    for (const title of ["a", "b", "c", "d"]) await createTask(db, person, { title });
    await toggleComplete(db, person, 4, true);
    const before = await readTasks();

    const original = run();
    await createTask(db, original, { title: "new" });
    await updateTask(db, original, 1, { title: "A", priority: "high", dueAt: "2026-12-01" });
    await updateTask(db, original, 1, { title: "AA" });
    await deleteTask(db, original, 2);
    await toggleComplete(db, original, 3, true);
    await toggleComplete(db, original, 4, false);
    const after = await readTasks();

    const undo = run();
    const { tasks } = await undoRun(db, undo, original.runId);
    expect(tasks.map(({ id }) => id).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(await readTasks()).toEqual(before);

    await undoLastRun(db, run());
    expect(await readTasks()).toEqual(after);
  });

  it("removes the next occurrence along with the completion that created it", async () => {
    const { db } = api.app;
    const { person, run, readTasks } = await createPerson();
    const recurring = { title: "plants", dueAt: "2026-11-27", recurrence: "FREQ=WEEKLY" };
    await createTask(db, person, recurring);
    const original = run();
    await toggleComplete(db, original, 1, true);
    expect(await readTasks()).toHaveLength(2);
    await undoRun(db, run(), original.runId);
    expect(await readTasks()).toMatchObject([{ id: 1, completed: false }]);
    await toggleComplete(db, person, 1, true);
    expect(await readTasks()).toHaveLength(2);
  });

  it("brings back an occurrence that was skipped, in its place of the series", async () => {
    const { db } = api.app;
    const { person, run, readTasks } = await createPerson();
    const weekly = { title: "plants", dueAt: "2126-12-02", recurrence: "FREQ=WEEKLY;COUNT=9" };
    await createTask(db, person, weekly);
    const original = run();
    await skipOccurrence(db, original, 1);
    expect(await readTasks()).toMatchObject([
      { dueAt: "2126-12-09", recurrence: "FREQ=WEEKLY;COUNT=8" },
    ]);
    await undoRun(db, run(), original.runId);
    expect(await readTasks()).toMatchObject([
      { dueAt: "2126-12-02", recurrence: "FREQ=WEEKLY;COUNT=9" },
    ]);
    await skipOccurrence(db, person, 1);
    expect(await readTasks()).toMatchObject([{ dueAt: "2126-12-09" }]);
  });

  it("fails without any change when a task changed after the run", async () => {
    const { db } = api.app;
    const { person, run, readTasks } = await createPerson();
    await createTask(db, person, { title: "a" });
    await createTask(db, person, { title: "b" });
    const original = run();
    await updateTask(db, original, 1, { title: "A" });
    await deleteTask(db, original, 2);
    await updateTask(db, person, 1, { title: "mine" });
    const before = await readTasks();
    await expect(undoRun(db, run(), original.runId)).rejects.toMatchObject({
      code: "undo_conflict",
      status: 409,
      values: { ids: "#1", current: [{ id: 1, title: "mine" }] },
    });
    expect(await readTasks()).toEqual(before);
    await undoRun(db, run(), original.runId, true);
    expect((await readTasks()).map(({ title }) => title)).toEqual(["a", "b"]);
  });

  it("cannot undo another person's run, and fails when there is nothing to undo", async () => {
    const { db } = api.app;
    const [amna, bilal] = [await createPerson(), await createPerson()];
    const original = amna.run();
    const { id } = await createTask(db, original, { title: "hers" });
    const nothing = { code: "nothing_to_undo" };
    await expect(undoRun(db, bilal.run(), original.runId)).rejects.toMatchObject(nothing);
    await expect(undoLastRun(db, bilal.run())).rejects.toMatchObject(nothing);
    expect(await getTask(db, amna.person.userId, id)).toMatchObject({ title: "hers" });
  });
});
