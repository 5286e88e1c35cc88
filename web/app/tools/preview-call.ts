import { z } from "zod";
import { asPerson } from "#app/platform/as-person";
import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { dryRun } from "#app/platform/transaction";
import { bulkUpdate } from "#app/tasks/bulk-update.server";
import { getTask } from "#app/tasks/get-task.server";
import { type Actor, type Task, toWire, type WireTask } from "#app/tasks/task";
import { fromWire } from "#app/tasks/task-input";
import { undoLastRun } from "#app/tasks/undo-run.server";
import { bulkUpdateTool, toQuery } from "./bulk-update";
import { deleteTaskTool } from "./delete-task";

/** The tasks that a call would change: as they are, and as they would be. */
export interface Preview {
  before: WireTask[];
  /** Without those that would be gone. */
  after: WireTask[];
}

const NOTHING: Preview = { before: [], after: [] };

/**
 * Shows what a call that needs the person's approval would do, without doing it. A call that would
 * be refused changes nothing.
 */
export async function previewCall(
  db: Db,
  actor: Actor,
  name: string,
  given: Record<string, unknown>,
): Promise<Preview> {
  try {
    if (name === "delete_task") return await previewDelete(db, actor, given);
    if (name === "bulk_update") return await previewBulk(db, actor, given);
    if (name === "undo_last") return await previewUndo(db, actor);
    return NOTHING;
  } catch (error) {
    if (isAppError(error)) return NOTHING;
    throw error;
  }
}

async function previewDelete(db: Db, actor: Actor, given: Record<string, unknown>) {
  const { success, data } = z.strictObject(deleteTaskTool.input(actor.timeZone)).safeParse(given);
  if (!success) return NOTHING;
  const task = await asPerson(db, actor.userId, (tx) => getTask(tx, actor.userId, data.id));
  return { before: [toWire(task)], after: [] };
}

async function previewBulk(db: Db, actor: Actor, given: Record<string, unknown>) {
  const { success, data } = z.strictObject(bulkUpdateTool.input(actor.timeZone)).safeParse(given);
  if (!success) return NOTHING;
  const [query, change] = [toQuery(data.filter), fromWire(data.set)];
  const { before, after } = await dryRun(db, (tx) =>
    asPerson(tx, actor.userId, (own) => bulkUpdate(own, actor, query, change)),
  );
  return { before: before.map(toWire), after: change.deleted ? [] : after.map(toWire) };
}

async function previewUndo(db: Db, actor: Actor): Promise<Preview> {
  const { userId } = actor;
  const { tasks, after } = await dryRun(db, (tx) =>
    asPerson(tx, userId, async (own) => {
      const { tasks } = await undoLastRun(own, actor, true);
      return { tasks, after: await shown(own, actor, tasks) };
    }),
  );
  return { before: await asPerson(db, userId, (own) => shown(own, actor, tasks)), after };
}

/** Of some tasks, those that are not in the trash. */
async function shown(db: Db, { userId }: Actor, tasks: Task[]): Promise<WireTask[]> {
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
