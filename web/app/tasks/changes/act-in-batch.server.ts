import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError, isAppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { editTask } from "#app/tasks/task/edit-task.server";
import type { Actor, Task } from "#app/tasks/task/task";
import type { NewTask, TaskPatch } from "#app/tasks/task/task-input";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";

/** Most acts of one batch. */
export const BATCH_MAX = 100;
/** Timeout of the transaction, in milliseconds. */
const BATCH_MS = 30_000;

/** One act of a batch. */
export type Act =
  | { op: "create"; task: NewTask }
  | { op: "update"; id: number; task: TaskPatch & { completed?: boolean } }
  | { op: "complete"; id: number; completed: boolean; version?: number }
  | { op: "delete"; id: number; version?: number };

/** The task as an act has left it. */
export interface ActResult {
  op: Act["op"];
  task: Task;
}

/**
 * Does several acts in their order, all of them or none.
 *
 * @throws AppError of the first act that failed, whose field begins with its place, `operations.2`
 */
export function actInBatch(db: Db, actor: Actor, acts: Act[]): Promise<ActResult[]> {
  return inTransaction(
    db,
    async (tx) => {
      await lockInOrder(tx, actor.userId, acts);
      const results: ActResult[] = [];
      for (const [at, act] of acts.entries()) {
        const task = await perform(tx, actor, act).catch((error: unknown) => {
          throw isAppError(error) ? placed(error, `operations.${at}`) : error;
        });
        results.push({ op: act.op, task });
      }
      return results;
    },
    BATCH_MS,
  );
}

/** Locks the tasks in the order of their numbers, so that two batches cannot wait for each other. */
async function lockInOrder(tx: Db, userId: string, acts: Act[]): Promise<void> {
  const ids = acts.flatMap((act) => ("id" in act ? [act.id] : []));
  if (ids.length === 0) return;
  await query(
    tx,
    Prisma.sql`SELECT FROM task WHERE user_id = ${userId} AND number = ANY(${ids})
      ORDER BY number FOR UPDATE`,
  );
}

function perform(tx: Db, actor: Actor, act: Act): Promise<Task> {
  switch (act.op) {
    case "create":
      return createTask(tx, actor, act.task);
    case "update":
      return editTask(tx, actor, act.id, act.task);
    case "complete":
      return toggleComplete(tx, actor, act.id, act.completed, act.version);
    case "delete":
      return deleteTask(tx, actor, act.id, act.version);
  }
}

function placed({ code, status, field, values }: AppError, place: string): AppError {
  return new AppError(code, status, { field: field ? `${place}.${field}` : place, values });
}
