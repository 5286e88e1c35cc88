import type { Db } from "#app/platform/database/database";
import { changeTask } from "./change-task.server";
import type { Actor, Task } from "./task";

/**
 * Moves a task to the trash; `restoreTask` brings it back under the same number.
 *
 * @throws AppError `task_not_found` (404), also when it is already in the trash
 */
export function deleteTask(db: Db, actor: Actor, id: number): Promise<Task> {
  return changeTask(db, actor, id, () => ({
    action: "deleted",
    columns: { deletedAt: new Date() },
  }));
}
