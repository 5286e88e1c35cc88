import type { Db } from "#app/platform/database";
import { taskNotFound } from "./change-task.server";
import type { Task } from "./task";
import { fromRow } from "./task-row";

/**
 * One task of a person, not from the trash.
 *
 * @throws AppError `task_not_found` (404)
 */
export async function getTask(db: Db, userId: string, id: number): Promise<Task> {
  const row = await db.task.findUnique({ where: { userId_number: { userId, number: id } } });
  if (!row || row.deletedAt) throw taskNotFound(id);
  return fromRow(row);
}
