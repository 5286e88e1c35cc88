import type { Db } from "#app/platform/database/database";
import { Prisma } from "#app/platform/generated/client";
import { changeTask } from "./change-task.server";
import { changeTasks } from "./many/change-tasks.server";
import type { Actor, Task } from "./task";
import { assertVersion } from "./update-task.server";

/**
 * Moves a task with its steps to the trash; `restoreTask` brings them back under the same numbers.
 *
 * @param version the version that the caller has read; an older one than the current is rejected
 * @throws AppError `task_not_found` (404), also when it is already in the trash; `version_conflict` (409)
 */
export function deleteTask(db: Db, actor: Actor, id: number, version?: number): Promise<Task> {
  return changeTask(db, actor, id, (row) => {
    assertVersion(row, version);
    const change = { action: "deleted", columns: { deletedAt: new Date() } } as const;
    if (!row.mayHaveSteps) return change;
    return { ...change, also: (tx) => trashSteps(tx, actor, id, change.columns.deletedAt) };
  });
}

/** The moment tells those that go with their task from those that were in the trash before. */
async function trashSteps(tx: Db, actor: Actor, id: number, deletedAt: Date): Promise<void> {
  const where = Prisma.sql`parent_number = ${id} AND deleted_at IS NULL`;
  const set = Prisma.sql`deleted_at = ${deletedAt}`;
  await changeTasks(tx, actor, { action: "deleted", where, set });
}
