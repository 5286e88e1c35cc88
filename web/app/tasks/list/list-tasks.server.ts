import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { isStorable } from "#app/platform/text-rules";
import { POSITION_MAX, type Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";
import { taskFilter } from "./task-filter.server";
import type { TaskQuery } from "./task-query";

const { sql } = Prisma;
const DEFAULT_LIMIT = 50;

/** One page of a list. */
export interface TaskPage {
  tasks: Task[];
  /** Cursor of the next page; null on the last one. */
  nextCursor: string | null;
}

// The sort key of each order; ties are broken by number. Tasks without a due date come last.
const ORDERS = {
  due: { key: sql`COALESCE(due_at, 'infinity'::timestamptz)`, type: sql`timestamptz` },
  number: { key: sql`number`, type: sql`integer` },
  created: { key: sql`created_at`, type: sql`timestamptz` },
  updated: { key: sql`updated_at`, type: sql`timestamptz` },
  priority: { key: sql`-priority`, type: sql`integer` },
  title: { key: sql`lower(title) COLLATE "C"`, type: sql`text` },
  position: {
    key: sql`COALESCE(position, lpad(number::text, 10, '0')) COLLATE "C"`,
    type: sql`text`,
  },
};

/**
 * Reads a page of a person's tasks. Pagination is by key, not by offset, so that a task that is added
 * or deleted between two pages neither repeats nor hides another.
 *
 * @param timeZone the person's IANA zone, for "overdue" and whole days
 * @throws AppError `invalid_input` (422) for a cursor that is not of a list in this order
 */
export async function listTasks(
  db: Db,
  userId: string,
  request: TaskQuery,
  timeZone: string,
): Promise<TaskPage> {
  const sort = request.sort ?? "due";
  const order = ORDERS[sort.replace("-", "") as keyof typeof ORDERS];
  const [direction, after] = sort.startsWith("-") ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const limit = request.limit ?? DEFAULT_LIMIT;
  let where = taskFilter(userId, request, timeZone);
  if (request.cursor) {
    const [key, number] = readCursor(request.cursor, sort);
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

/** Counts the tasks of a person that match a query; its page and order are ignored. */
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

/** The key of every order but that by title, as the database writes it. */
const KEY = /^(-?\d+|infinity|\d{4}-\d{2}-\d{2} [\d:.]+[+-]\d{2}(:\d{2})*)$/;

const cursorSchema = z.tuple([
  z.string(),
  z.string().max(POSITION_MAX),
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
    const [cursorSort, key, number] = cursorSchema.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString()),
    );
    if (cursorSort === sort && (sort === "title" ? isStorable(key) : KEY.test(key)))
      return [key, number];
  } catch {
    // Not base64 or not JSON of a cursor: rejected below.
  }
  throw new AppError("invalid_input", 422, {
    field: "cursor",
    values: { expected: "a next_cursor of the same list" },
  });
}
