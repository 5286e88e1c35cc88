import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import type { Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";

const { sql } = Prisma;

/** A person's tasks, without steps, that were completed since a moment, the last ones first. */
export async function readDoneSince(
  db: Db,
  userId: string,
  since: Date,
  limit: number,
): Promise<Task[]> {
  const rows = await query<TaskColumns>(
    db,
    sql`SELECT ${TASK_COLUMNS} FROM task
      WHERE user_id = ${userId} AND deleted_at IS NULL AND completed_at >= ${since} AND parent_number IS NULL
      ORDER BY completed_at DESC, number DESC LIMIT ${limit}`,
  );
  return rows.map(fromRow);
}
