import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { taskFilter } from "#app/tasks/list/task-filter.server";
import { addDays } from "#app/tasks/task/calendar-days";
import type { Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";

const { sql } = Prisma;

/** One day of a place, and how many tasks are due on it; so many may be more than are read. */
export interface DayCount {
  day: string;
  total: number;
}

/**
 * Reads what is due on some days: of each day the first tasks, those with an hour before the others.
 *
 * @param from the first day, `2026-11-22`
 * @param count how many days
 * @param perDay most tasks of one day
 * @param status `open`, or `all` with what is done
 */
export async function listByDay(
  db: Db,
  { id, timeZone }: { id: string; timeZone: string },
  {
    from,
    count,
    perDay,
    status,
  }: { from: string; count: number; perDay: number; status: "open" | "all" },
): Promise<{ days: DayCount[]; tasks: Task[] }> {
  const days = Array.from({ length: count }, (_, index) => addDays(from, index));
  const where = taskFilter(id, { status, dueFrom: from, dueTo: days.at(-1) }, timeZone);
  const day = sql`to_char(due_at AT TIME ZONE CASE WHEN due_has_time THEN ${timeZone} ELSE 'UTC' END, 'YYYY-MM-DD')`;
  const rows = await query<TaskColumns & { day: string; total: number }>(
    db,
    sql`SELECT * FROM (
        SELECT ${TASK_COLUMNS}, ${day} AS day,
          count(*) OVER (PARTITION BY ${day})::integer AS total,
          row_number() OVER (PARTITION BY ${day} ORDER BY due_has_time DESC, due_at, number) AS place
        FROM task WHERE ${where}
      ) AS due WHERE place <= ${perDay} ORDER BY day, place`,
  );
  const totals = new Map(rows.map((row) => [row.day, row.total]));
  return {
    days: days.map((one) => ({ day: one, total: totals.get(one) ?? 0 })),
    tasks: rows.map(fromRow),
  };
}
