import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { taskNotFound } from "./change-task.server";
import type { Task } from "./task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "./task-row";

/**
 * Reads one task of a person; tasks in the trash are not found.
 *
 * @throws AppError `task_not_found` (404)
 */
export async function getTask(db: Db, userId: string, id: number): Promise<Task> {
  const [row] = await query<TaskColumns>(
    db,
    Prisma.sql`SELECT ${TASK_COLUMNS} FROM task
      WHERE user_id = ${userId} AND number = ${id} AND deleted_at IS NULL`,
    "get task",
  );
  if (!row) throw taskNotFound(id);
  return fromRow(row);
}
