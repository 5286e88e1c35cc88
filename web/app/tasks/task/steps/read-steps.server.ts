import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { byPosition } from "#app/tasks/task/position";
import { STEPS_MAX, type Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";

/**
 * Reads the steps of a person's tasks, without the trash, in their order: of all together no more than
 * one task may have.
 */
export async function readSteps(db: Db, userId: string, ids: readonly number[]): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await query<TaskColumns>(
    db,
    Prisma.sql`SELECT ${TASK_COLUMNS} FROM task
      WHERE user_id = ${userId} AND parent_number = ANY(${[...ids]}::integer[]) AND deleted_at IS NULL
      ORDER BY number LIMIT ${STEPS_MAX}`,
    "read steps",
  );
  return rows.map(fromRow).sort(byPosition);
}
