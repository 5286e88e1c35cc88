import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import type { Actor, Task } from "./task";
import type { TaskPatch } from "./task-input";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/**
 * Edits a task and, with `completed`, completes or reopens it; a task that is so already stays so.
 *
 * @throws AppError `task_not_found` (404); `version_conflict` (409)
 */
export function editTask(
  db: Db,
  actor: Actor,
  id: number,
  { completed, ...patch }: TaskPatch & { completed?: boolean },
): Promise<Task> {
  if (completed === undefined) return updateTask(db, actor, id, patch);
  return inTransaction(db, async (tx) => {
    await updateTask(tx, actor, id, patch);
    return toggleComplete(tx, actor, id, completed);
  });
}
