import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { lockTask, writeChange } from "./change-task.server";
import type { Actor, Task } from "./task";

/**
 * Puts a task in the trash, from where `restoreTask` brings it back under its number.
 *
 * @throws AppError `task_not_found` (404), also when it is in the trash already
 */
export function deleteTask(db: Db, actor: Actor, id: number): Promise<Task> {
  return inTransaction(db, async (tx) => {
    const row = await lockTask(tx, actor.userId, id);
    return writeChange(tx, actor, row, { deletedAt: new Date() }, "deleted");
  });
}
