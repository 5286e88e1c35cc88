import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { lockTask } from "#app/tasks/task/change-task.server";

/**
 * Permanently removes all tasks in a person's trash, with their history.
 *
 * @returns how many tasks
 */
export function emptyTrash(db: Db, userId: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const rows = await tx.$queryRaw<{ number: number }[]>`
      DELETE FROM task WHERE user_id = ${userId} AND deleted_at IS NOT NULL RETURNING number`;
    const numbers = rows.map(({ number }) => number);
    await tx.taskChange.deleteMany({ where: { userId, taskNumber: { in: numbers } } });
    return numbers.length;
  });
}

/**
 * Permanently removes one task in the trash, with its history. Its number is not reused.
 *
 * @throws AppError `task_not_found` (404) when it is not in the trash
 */
export function deleteForever(db: Db, userId: string, id: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    await lockTask(tx, userId, id, true);
    const steps = await tx.task.findMany({
      where: { userId, parentNumber: id },
      select: { number: true },
    });
    // Its steps go with it.
    await tx.task.delete({ where: { userId_number: { userId, number: id } } });
    const numbers = [id, ...steps.map(({ number }) => number)];
    await tx.taskChange.deleteMany({ where: { userId, taskNumber: { in: numbers } } });
  });
}
