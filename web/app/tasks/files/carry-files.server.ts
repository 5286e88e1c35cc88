import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";

/** Gives the next occurrence of a task its files, which both have then. */
export async function carryFiles(
  tx: Db,
  userId: string,
  taskId: number,
  nextId: number,
): Promise<void> {
  await query(
    tx,
    Prisma.sql`INSERT INTO task_file (user_id, task_number, attachment_id, created_at)
      SELECT user_id, ${nextId}::integer, attachment_id, created_at FROM task_file
      WHERE user_id = ${userId} AND task_number = ${taskId}::integer`,
  );
}
