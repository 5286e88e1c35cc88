import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { byName } from "#app/tasks/groups/names";
import { today } from "#app/tasks/task/due-date";
import { isOnDay, isPast } from "./task-filter.server";

/** Numbers of a person's tasks; steps, and those in the trash, are not counted. */
export interface ListCounts {
  total: number;
  open: number;
  completed: number;
  overdue: number;
  dueToday: number;
}

const { sql } = Prisma;

/** Counts a person's tasks; "today" and "overdue" are by `timeZone` (IANA). */
export async function countList(
  db: Db,
  userId: string,
  timeZone: string,
  now: Date,
): Promise<ListCounts> {
  const [counts] = await query<Omit<ListCounts, "completed">>(
    db,
    sql`SELECT count(*)::integer AS total,
        count(*) FILTER (WHERE completed_at IS NULL)::integer AS open,
        count(*) FILTER (WHERE completed_at IS NULL AND ${isPast(now, timeZone)})::integer AS overdue,
        count(*) FILTER (WHERE completed_at IS NULL AND ${isOnDay(today(now, timeZone), timeZone)})::integer AS "dueToday"
      FROM task WHERE user_id = ${userId} AND deleted_at IS NULL AND parent_number IS NULL`,
  );
  const { total = 0, open = 0, overdue = 0, dueToday = 0 } = counts ?? {};
  return { total, open, completed: total - open, overdue, dueToday };
}

/**
 * A person's categories, sorted by name, numbers in them by size. A loose index scan: the cost depends on the number of
 * categories, not of tasks.
 */
export async function listCategories(db: Db, userId: string): Promise<string[]> {
  const next = (after: Prisma.Sql) => sql`
    SELECT min(category) AS name FROM task
    WHERE user_id = ${userId} AND deleted_at IS NULL AND category IS NOT NULL ${after}`;
  const rows = await query<{ name: string }>(
    db,
    sql`WITH RECURSIVE named AS (
        (${next(sql``)})
        UNION ALL
        SELECT (${next(sql`AND category > named.name`)}) FROM named WHERE named.name IS NOT NULL
      )
      SELECT name FROM named WHERE name IS NOT NULL`,
  );
  return rows.map(({ name }) => name).sort(byName);
}
