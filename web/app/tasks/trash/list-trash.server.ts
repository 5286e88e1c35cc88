import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import type { Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";

const { sql } = Prisma;

/** Days after which the trash removes a task. */
export const TRASH_DAYS = 30;

/** A task in the trash. */
interface TrashedTask extends Task {
  deletedAt: string;
}

/** A page of the trash, last deleted first. */
export interface TrashPage {
  tasks: TrashedTask[];
  /** Pass it as `after` for the next page; null on the last one. */
  nextCursor: number | null;
}

/**
 * Reads a page of a person's trash.
 *
 * @param after number of the last task of the previous page; a task that is not in the trash any
 *   more gives the first page
 */
export async function listTrash(
  db: Db,
  userId: string,
  { limit = 50, after }: { limit?: number; after?: number } = {},
): Promise<TrashPage> {
  const rows = await query<TaskColumns & { deletedAt: Date }>(
    db,
    sql`SELECT ${TASK_COLUMNS}, deleted_at AS "deletedAt" FROM task WHERE ${inTrash(userId)}
      ${after ? await comesAfter(db, userId, after) : Prisma.empty}
      ORDER BY deleted_at DESC, number DESC LIMIT ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  return {
    tasks: page.map((row) => ({ ...fromRow(row), deletedAt: row.deletedAt.toISOString() })),
    nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}

/** Counts the tasks that a person's trash shows. */
export async function countTrash(db: Db, userId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    db,
    sql`SELECT count(*)::integer AS count FROM task WHERE ${inTrash(userId)}`,
  );
  return row?.count ?? 0;
}

/** SQL: a task is in the trash, and not only as a step that went there with its task. */
const inTrash = (userId: string): Prisma.Sql => sql`task.user_id = ${userId}
  AND task.deleted_at IS NOT NULL AND NOT EXISTS (SELECT FROM task AS parent
    WHERE parent.user_id = task.user_id AND parent.number = task.parent_number
      AND parent.deleted_at = task.deleted_at)`;

async function comesAfter(db: Db, userId: string, number: number): Promise<Prisma.Sql> {
  const last = await db.task.findFirst({ where: { userId, number, deletedAt: { not: null } } });
  if (!last?.deletedAt) return Prisma.empty;
  return sql`AND (deleted_at, number) < (${last.deletedAt}::timestamptz, ${number}::integer)`;
}
