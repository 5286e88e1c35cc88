import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import type { Task } from "./task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "./task-row";

/** Reads tasks of a person by their numbers; those in the trash, or of nobody, are left out. */
export async function readTasks(db: Db, userId: string, ids: number[]): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await query<TaskColumns>(
    db,
    Prisma.sql`SELECT ${TASK_COLUMNS} FROM task
      WHERE user_id = ${userId} AND number = ANY(${ids}::integer[]) AND deleted_at IS NULL`,
    "read tasks",
  );
  return rows.map(fromRow);
}
