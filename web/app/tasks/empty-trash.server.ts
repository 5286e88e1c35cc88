import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { lockTask } from "./change-task.server";

/** Removes everything in a person's trash for ever, with its history. Gives how many tasks. */
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
 * Removes one task of the trash for ever, with its history. Its number is not given again.
 *
 * @throws AppError `task_not_found` (404) when it is not in the trash
 */
export function deleteForever(db: Db, userId: string, id: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    await lockTask(tx, userId, id, true);
    await tx.task.delete({ where: { userId_number: { userId, number: id } } });
    await tx.taskChange.deleteMany({ where: { userId, taskNumber: id } });
  });
}
