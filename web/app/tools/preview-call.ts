import { z } from "zod";
import { asPerson } from "#app/platform/database/as-person";
import type { Db } from "#app/platform/database/database";
import { dryRun } from "#app/platform/database/transaction";
import { isAppError } from "#app/platform/errors";
import { undoLastRun } from "#app/tasks/history/undo-run.server";
import { bulkUpdate } from "#app/tasks/task/bulk-update.server";
import { getTask } from "#app/tasks/task/get-task.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { fromWire } from "#app/tasks/task/task-input";
import { toWire, type WireTask } from "#app/tasks/task/wire-task";
import { bulkUpdateTool, toQuery } from "./bulk-update";
import { deleteTaskTool } from "./delete-task";
import { deleteTasksTool } from "./delete-tasks";

/** The tasks that a call would change. */
export interface Preview {
  /** The tasks as they are. */
  before: WireTask[];
  /** The tasks as they would be, without deleted ones. */
  after: WireTask[];
}

const EMPTY: Preview = { before: [], after: [] };

/**
 * Computes what a call that needs the person's approval would change, by a dry run that is rolled back.
 *
 * @param args the arguments of the call, not validated yet
 * @returns an empty preview for a call that would fail, and for other tools
 */
export async function previewCall(
  db: Db,
  actor: Actor,
  name: string,
  args: Record<string, unknown>,
): Promise<Preview> {
  try {
    if (name === "delete_task") return await previewDelete(db, actor, args);
    if (name === "delete_tasks") return await previewDeletes(db, actor, args);
    if (name === "bulk_update") return await previewBulk(db, actor, args);
    if (name === "undo_last") return await previewUndo(db, actor);
    return EMPTY;
  } catch (error) {
    if (isAppError(error)) return EMPTY;
    throw error;
  }
}

async function previewDelete(db: Db, actor: Actor, args: Record<string, unknown>) {
  const { success, data } = z.strictObject(deleteTaskTool.input(actor.timeZone)).safeParse(args);
  if (!success) return EMPTY;
  const task = await asPerson(db, actor.userId, (tx) => getTask(tx, actor.userId, data.id));
  return { before: [toWire(task)], after: [] };
}

async function previewDeletes(db: Db, actor: Actor, args: Record<string, unknown>) {
  const { success, data } = z.strictObject(deleteTasksTool.input(actor.timeZone)).safeParse(args);
  if (!success) return EMPTY;
  const tasks = await asPerson(db, actor.userId, async (tx) => {
    const found: Task[] = [];
    for (const id of new Set(data.ids)) found.push(await getTask(tx, actor.userId, id));
    return found;
  });
  return { before: tasks.map(toWire), after: [] };
}

async function previewBulk(db: Db, actor: Actor, args: Record<string, unknown>) {
  const { success, data } = z.strictObject(bulkUpdateTool.input(actor.timeZone)).safeParse(args);
  if (!success) return EMPTY;
  const [query, change] = [toQuery(data.filter), fromWire(data.set)];
  const { before, after } = await dryRun(db, (tx) =>
    asPerson(tx, actor.userId, (personTx) => bulkUpdate(personTx, actor, query, change)),
  );
  return { before: before.map(toWire), after: change.deleted ? [] : after.map(toWire) };
}

async function previewUndo(db: Db, actor: Actor): Promise<Preview> {
  const { userId } = actor;
  const { tasks, after } = await dryRun(db, (tx) =>
    asPerson(tx, userId, async (personTx) => {
      const { tasks } = await undoLastRun(personTx, actor, true);
      return { tasks, after: await readTasks(personTx, actor, tasks) };
    }),
  );
  return {
    before: await asPerson(db, userId, (personTx) => readTasks(personTx, actor, tasks)),
    after,
  };
}

/** Reads tasks again; those in the trash are left out. */
async function readTasks(db: Db, { userId }: Actor, tasks: Task[]): Promise<WireTask[]> {
  const found: WireTask[] = [];
  for (const { id } of tasks) {
    const task = await getTask(db, userId, id).catch((error) => {
      if (isAppError(error)) return null;
      throw error;
    });
    if (task) found.push(toWire(task));
  }
  return found;
}
