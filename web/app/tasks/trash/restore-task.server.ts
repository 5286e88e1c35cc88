import type { Db } from "#app/platform/database/database";
import { Prisma } from "#app/platform/generated/client";
import { changeTask } from "#app/tasks/task/change-task.server";
import { changeTasks } from "#app/tasks/task/many/change-tasks.server";
import type { Actor, Task } from "#app/tasks/task/task";

const RESTORED = { action: "restored", columns: { deletedAt: null } } as const;

/**
 * Moves a task from the trash back to the list, with the steps that went there with it. A step whose
 * task is not in the list comes back as a task of its own.
 *
 * @throws AppError `task_not_found` (404) when it is not in the trash
 */
export function restoreTask(db: Db, actor: Actor, id: number): Promise<Task> {
  return changeTask(
    db,
    actor,
    id,
    ({ parentNumber, keepsParent, mayHaveSteps, deletedAt }) => {
      const stays = parentNumber === null || keepsParent;
      const columns = { ...RESTORED.columns, ...(!stays && { parentNumber: null }) };
      const change = { ...RESTORED, columns };
      if (!mayHaveSteps) return change;
      return { ...change, also: (tx) => restoreSteps(tx, actor, id, deletedAt) };
    },
    true,
  );
}

async function restoreSteps(tx: Db, actor: Actor, id: number, deletedAt: Date | null) {
  const where = Prisma.sql`parent_number = ${id} AND deleted_at = ${deletedAt}`;
  await changeTasks(tx, actor, {
    action: "restored",
    where,
    set: Prisma.sql`deleted_at = NULL`,
  });
}
