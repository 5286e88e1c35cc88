import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { lockTask, writeChange } from "./change-task.server";
import type { Actor, Task } from "./task";

/**
 * Brings a task back from the trash.
 *
 * @throws AppError `task_not_found` (404) when it is not in the trash
 */
export function restoreTask(db: Db, actor: Actor, id: number): Promise<Task> {
  return inTransaction(db, async (tx) => {
    const row = await lockTask(tx, actor.userId, id, true);
    return writeChange(tx, actor, row, { deletedAt: null }, "restored");
  });
}
