// However many steps somebody makes, a task stays one that can be shown, completed, deleted and put back.
import { afterAll, beforeAll, expect, it } from "vitest";
import { deleteGroup } from "#app/tasks/groups/change-group.server";
import { listGroups } from "#app/tasks/groups/list-groups.server";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { type Actor, STEPS_MAX, type Task } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { StepReferences } from "#app/tasks/transfer/step-references";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { createTestApi, type TestApi } from "#testing/test-app";
import { readFamilies } from "./read-families.server";

let api: TestApi;
let actor: Actor;
let full: Task;
beforeAll(async () => {
  api = await createTestApi();
  const { id: userId } = await api.signUp();
  actor = { userId, by: "person", timeZone: "Asia/Karachi" };
  full = await makeFull({ title: "move", dueAt: "2026-12-01", recurrence: "FREQ=WEEKLY" });
});
afterAll(() => api.close());

/** A task with as many steps as one may have, and more if asked for. */
async function makeFull(task: Parameters<typeof createTask>[2], steps = STEPS_MAX): Promise<Task> {
  const { db } = api.app;
  const created = await createTask(db, actor, task);
  const { userId } = actor;
  const { lastTaskNumber } = await db.user.update({
    where: { id: userId },
    data: { lastTaskNumber: { increment: steps } },
  });
  await db.task.createMany({
    data: Array.from({ length: steps }, (_, n) => ({
      userId,
      number: lastTaskNumber - n,
      title: `step ${n}`,
      parentNumber: created.id,
      completedAt: n === 0 ? new Date() : null,
    })),
  });
  return created;
}

const stepsOf = ({ id }: Task, live = true) =>
  api.app.db.task.count({
    where: {
      userId: actor.userId,
      parentNumber: id,
      deletedAt: live ? null : { not: null },
    },
  });

it("refuses one step more by every way, and imports it as a task of its own", async () => {
  const { db } = api.app;
  const refused = { code: "invalid_input", status: 422, field: "parent_id" };
  const more = { title: "more", parentId: full.id };
  await expect(createTask(db, actor, more)).rejects.toMatchObject(refused);
  const own = await createTask(db, actor, { title: "own" });
  const move = updateTask(db, actor, own.id, { parentId: full.id });
  await expect(move).rejects.toMatchObject(refused);
  const references = new StepReferences();
  references.add({ id: "p", parent_id: null } as never, 0);
  for (let n = 1; n <= STEPS_MAX + 1; n += 1)
    references.add({ id: `s${n}`, parent_id: "p" } as never, n);
  const parents = Array.from({ length: STEPS_MAX + 2 }, (_, n) => references.parentOf(n));
  expect(parents.slice(-2)).toEqual([0, null]);
});

it("puts back a step of a task that has become full as a task of its own", async () => {
  const { db } = api.app;
  const step = await db.task.findFirstOrThrow({
    where: { userId: actor.userId, parentNumber: full.id },
  });
  await deleteTask(db, actor, step.number);
  await createTask(db, actor, { title: "instead", parentId: full.id });
  expect(await restoreTask(db, actor, step.number)).toMatchObject({ parentId: null });
});

it("completes, deletes and puts back all of them", async () => {
  const { db } = api.app;
  await toggleComplete(db, actor, full.id, true);
  const next = await db.task.findFirstOrThrow({
    where: { userId: actor.userId, previousNumber: full.id },
  });
  expect(await stepsOf({ ...full, id: next.number })).toBe(STEPS_MAX);
  // A backup may hold more than can be made today.
  const large = await makeFull({ title: "large" }, 3 * STEPS_MAX);
  await deleteTask(db, actor, large.id);
  expect([await stepsOf(large), await stepsOf(large, false)]).toEqual([0, 3 * STEPS_MAX]);
  await restoreTask(db, actor, large.id);
  expect([await stepsOf(large), await stepsOf(large, false)]).toEqual([3 * STEPS_MAX, 0]);
  const history = { userId: actor.userId, action: "restored" };
  expect(await db.taskChange.count({ where: history })).toBeGreaterThan(3 * STEPS_MAX);
});

it("shows so many on a page, those of the opened task first, and counts the others", async () => {
  const { db } = api.app;
  const other = await makeFull({ title: "other" });
  const small = await makeFull({ title: "small" }, 2);
  const page = await readFamilies(db, actor.userId, [full, other, small], other);
  expect(page.steps).toHaveLength(STEPS_MAX);
  expect(new Set(page.steps.map(({ parentId }) => parentId))).toEqual(new Set([other.id]));
  expect(page.countedSteps).toEqual({
    [full.id]: [expect.any(Number), STEPS_MAX],
    [small.id]: [1, 2],
  });
  const without = await readFamilies(db, actor.userId, [small]);
  expect(without.steps).toHaveLength(2);
  expect(without.countedSteps).toEqual({});
});

it("moves a list of many to the trash with their steps, each with its history", async () => {
  const { db } = api.app;
  const { userId } = actor;
  const inList = await makeFull({ title: "in a list", category: "flat" });
  const [list] = await listGroups(db, userId, "list");
  await deleteGroup(db, actor, "list", list?.id ?? "", { to: "trash" });
  expect([await stepsOf(inList), await stepsOf(inList, false)]).toEqual([0, STEPS_MAX]);
  const history = { userId, taskNumber: { gte: inList.id }, action: "deleted" };
  expect(await db.taskChange.count({ where: history })).toBe(STEPS_MAX + 1);
  await restoreTask(db, actor, inList.id);
  expect(await stepsOf(inList)).toBe(STEPS_MAX);
});
