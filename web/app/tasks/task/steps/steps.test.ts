import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { undoChanges } from "#app/tasks/history/undo-changes.server";
import { undoRun } from "#app/tasks/history/undo-run.server";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { emptyTrash } from "#app/tasks/trash/empty-trash.server";
import { listTrash } from "#app/tasks/trash/list-trash.server";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { createTestApi, type TestApi } from "#testing/test-app";
import { offerAfter } from "./offer-after.server";
import { readSteps } from "./read-steps.server";

let api: TestApi;
let actor: Actor;
let car: Task;
let steps: Task[];

beforeAll(async () => {
  api = await createTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  const person = await api.signUp();
  actor = { userId: person.id, by: "person", timeZone: "Asia/Karachi" };
  car = await createTask(api.app.db, actor, { title: "car service" });
  steps = [];
  for (const title of ["call", "book", "pay"])
    steps.push(await createTask(api.app.db, actor, { title, parentId: car.id }));
});

const titles = async (id = car.id) =>
  (await readSteps(api.app.db, actor.userId, [id])).map(({ title }) => title);
const step = (index: number): Task => steps[index] as Task;

describe("a step", () => {
  it("is of a task in the list that is no step itself", async () => {
    const { db } = api.app;
    const other = await createTask(db, actor, { title: "other" });
    const refused = { code: "invalid_input", status: 422, field: "parent_id" };
    const create = (parentId: number) => createTask(db, actor, { title: "x", parentId });
    await expect(create(step(0).id)).rejects.toMatchObject(refused);
    await expect(create(9_999)).rejects.toMatchObject(refused);
    const make = (id: number, parentId: number) => updateTask(db, actor, id, { parentId });
    await expect(make(car.id, other.id)).rejects.toMatchObject(refused);
    await expect(make(car.id, car.id)).rejects.toMatchObject(refused);
    await deleteTask(db, actor, other.id);
    await expect(create(other.id)).rejects.toMatchObject(refused);
    const stranger = { ...actor, userId: (await api.signUp()).id };
    await expect(createTask(db, stranger, { title: "x", parentId: car.id })).rejects.toMatchObject(
      refused,
    );
    expect(await titles()).toEqual(["call", "book", "pay"]);
  });

  it("stays on one level however two moves fall together", async () => {
    const { db } = api.app;
    const [a, b] = [
      await createTask(db, actor, { title: "a" }),
      await createTask(db, actor, { title: "b" }),
    ];
    const moves = await Promise.allSettled([
      updateTask(db, actor, a.id, { parentId: b.id }),
      updateTask(db, actor, b.id, { parentId: a.id }),
    ]);
    expect(moves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("goes to the trash with its task and comes back with it, by every way back", async () => {
    const { db } = api.app;
    await deleteTask(db, actor, step(2).id);
    const runId = crypto.randomUUID();
    for (const back of ["restore", "undo", "run"] as const) {
      const gone = await deleteTask(db, { ...actor, runId }, car.id);
      expect(await titles()).toEqual([]);
      expect((await listTrash(db, actor.userId)).tasks.map(({ id }) => id)).toEqual([
        car.id,
        step(2).id,
      ]);
      if (back === "restore") await restoreTask(db, actor, car.id);
      if (back === "undo") await undoChanges(db, actor, [[car.id, gone.version]]);
      if (back === "run") await undoRun(db, actor, runId, true);
      expect(await titles()).toEqual(["call", "book"]);
    }
    // Alone, it has become a task of its own.
    await deleteTask(db, actor, car.id);
    expect(await restoreTask(db, actor, step(0).id)).toMatchObject({ parentId: null });
    await emptyTrash(db, actor.userId);
    await expect(getTask(db, actor.userId, step(1).id)).rejects.toMatchObject({ status: 404 });
    expect(await getTask(db, actor.userId, step(0).id)).toMatchObject({ title: "call" });
  });

  it("is asked about when its task is completed, and asks for its task when it was the last", async () => {
    const { db } = api.app;
    const done = await toggleComplete(db, actor, car.id, true);
    expect(await offerAfter(db, actor.userId, done)).toMatchObject({
      notice: "stepsOpen",
      offer: { fields: { to: "complete", ids: steps.map(({ id }) => id).join() } },
    });
    await toggleComplete(db, actor, car.id, false);
    const offers = [];
    for (const { id } of steps)
      offers.push(await offerAfter(db, actor.userId, await toggleComplete(db, actor, id, true)));
    expect(offers.slice(0, 2)).toEqual([null, null]);
    expect(offers[2]).toMatchObject({
      notice: "lastStepDone",
      offer: { fields: { id: `${car.id}` } },
    });
  });

  it("goes on with the next occurrence, open, as many days later, and away with it if untouched", async () => {
    const { db } = api.app;
    await updateTask(db, actor, car.id, { dueAt: "2030-05-01", recurrence: "FREQ=WEEKLY" });
    await updateTask(db, actor, step(0).id, { dueAt: "2030-04-30T05:00:00Z" });
    await toggleComplete(db, actor, step(0).id, true);
    await toggleComplete(db, actor, car.id, true);
    const next = await db.task.findFirstOrThrow({
      where: { userId: actor.userId, previousNumber: car.id },
    });
    const carried = await readSteps(db, actor.userId, [next.number]);
    expect(carried).toMatchObject([
      { title: "call", completed: false, dueAt: "2030-05-07T05:00:00Z" },
      { title: "book", completed: false, dueAt: null },
      { title: "pay", completed: false, dueAt: null },
    ]);
    await toggleComplete(db, actor, car.id, false);
    expect(await titles(next.number)).toEqual([]);
    await toggleComplete(db, actor, car.id, true);
    const again = await db.task.findFirstOrThrow({
      where: { userId: actor.userId, previousNumber: car.id },
    });
    const [first] = await readSteps(db, actor.userId, [again.number]);
    await toggleComplete(db, actor, first?.id ?? 0, true);
    // What somebody has begun stays.
    await toggleComplete(db, actor, car.id, false);
    expect(await titles(again.number)).toEqual(["call", "book", "pay"]);
  });
});
