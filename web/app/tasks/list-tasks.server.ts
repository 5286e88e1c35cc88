import { z } from "zod";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import type { Task } from "./task";
import { taskFilter } from "./task-filter.server";
import type { TaskQuery } from "./task-query";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "./task-row";

const { sql } = Prisma;
const DEFAULT_LIMIT = 50;

/** One page of a list. */
export interface TaskPage {
  tasks: Task[];
  /** Asks for the page after this one; null at the end. */
  nextCursor: string | null;
}

// The key of each order; the number makes it total. What is not due comes last.
const ORDERS = {
  due: { key: sql`COALESCE(due_at, 'infinity'::timestamptz)`, type: sql`timestamptz` },
  number: { key: sql`number`, type: sql`integer` },
  created: { key: sql`created_at`, type: sql`timestamptz` },
  updated: { key: sql`updated_at`, type: sql`timestamptz` },
  priority: { key: sql`-priority`, type: sql`integer` },
};

/**
 * A page of a person's tasks. Pages go by key, not by count, so that a task added or deleted
 * meanwhile neither repeats nor hides another.
 *
 * @param timeZone the person's: "overdue" and whole days are theirs
 * @throws AppError `invalid_input` (422) for a cursor that this list did not give
 */
export async function listTasks(
  db: Db,
  userId: string,
  asked: TaskQuery,
  timeZone: string,
): Promise<TaskPage> {
  const sort = asked.sort ?? "due";
  const order = ORDERS[sort.replace("-", "") as keyof typeof ORDERS];
  const [direction, after] = sort.startsWith("-") ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const limit = asked.limit ?? DEFAULT_LIMIT;
  let where = taskFilter(userId, asked, timeZone);
  if (asked.cursor) {
    const [key, number] = readCursor(asked.cursor, sort);
    where = sql`${where} AND (${order.key}, number) ${after} (${key}::text::${order.type}, ${number})`;
  }
  const rows = await query<TaskColumns & { sortKey: string }>(
    db,
    sql`SELECT ${TASK_COLUMNS}, (${order.key})::text AS "sortKey" FROM task WHERE ${where}
      ORDER BY ${order.key} ${direction}, number ${direction} LIMIT ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    tasks: page.map(fromRow),
    nextCursor: rows.length > limit && last ? writeCursor(sort, last.sortKey, last.number) : null,
  };
}

/** How many tasks of a person a query finds. */
export async function countTasks(
  db: Db,
  userId: string,
  query: TaskQuery,
  timeZone: string,
): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::integer AS count FROM task WHERE ${taskFilter(userId, query, timeZone)}`;
  return rows[0]?.count ?? 0;
}

const cursorSchema = z.tuple([
  z.string(),
  z.string().max(100),
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
]);

function writeCursor(sort: string, key: string, number: number): string {
  return Buffer.from(JSON.stringify([sort, key, number])).toString("base64url");
}

function readCursor(cursor: string, sort: string): [key: string, number: number] {
  try {
    const [of, key, number] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString()),
    );
    const wellFormed = /^(-?\d+|infinity|\d{4}-\d{2}-\d{2} [\d:.]+[+-]\d{2}(:\d{2})*)$/.test(key);
    if (of === sort && wellFormed) return [key, number];
  } catch {
    // Falls through: whatever it is, it is not one of ours.
  }
  throw new AppError("invalid_input", 422, {
    field: "cursor",
    values: { expected: "a next_cursor of the same list" },
  });
}
