import type { Db } from "#app/platform/database/database";
import { changeTask } from "#app/tasks/task/change-task.server";
import type { Actor, Task } from "#app/tasks/task/task";

/**
 * Moves a task from the trash back to the list.
 *
 * @throws AppError `task_not_found` (404) when it is not in the trash
 */
export function restoreTask(db: Db, actor: Actor, id: number): Promise<Task> {
  const restored = { action: "restored", columns: { deletedAt: null } } as const;
  return changeTask(db, actor, id, () => restored, true);
}
