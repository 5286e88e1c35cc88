import type { Db } from "#app/platform/database/database";
import { changeTask } from "./change-task.server";
import type { Actor, Task } from "./task";
import { assertVersion } from "./update-task.server";

/**
 * Moves a task to the trash; `restoreTask` brings it back under the same number.
 *
 * @param version the version that the caller has read; an older one than the current is rejected
 * @throws AppError `task_not_found` (404), also when it is already in the trash; `version_conflict` (409)
 */
export function deleteTask(db: Db, actor: Actor, id: number, version?: number): Promise<Task> {
  return changeTask(db, actor, id, (row) => {
    assertVersion(row, version);
    return { action: "deleted", columns: { deletedAt: new Date() } };
  });
}
