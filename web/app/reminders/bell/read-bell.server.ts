import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { readContent } from "#app/reminders/schedule/digest-content";

/** Tasks that an entry of the bell names. */
const TASKS_NAMED = 5;
/** Tasks of a notification that are looked at: a list of a hundred thousand may ring in one minute. */
const TASKS_COUNTED = 1_000;
/** Overdue tasks that the bell lists. */
const OVERDUE_LISTED = 20;

/** A task of the bell. */
export interface BellTask {
  number: number;
  title: string;
  /** Day, or moment in UTC; null without a date. */
  dueAt: string | null;
  completed: boolean;
}

/** A notification in the bell. */
export interface BellEntry {
  id: string;
  kind: "reminder" | "digest" | "review";
  at: string;
  read: boolean;
  /** True when it is not known whether it reached a device. */
  unsure: boolean;
  /**
   * The number of its tasks that are still in the list, and the first of them; of more than
   * {@link TASKS_COUNTED}, how many it had.
   */
  count: number;
  tasks: BellTask[];
  content: ReturnType<typeof readContent>;
}

/** A page of what rang, newest first. */
export interface Bell {
  entries: BellEntry[];
  /** Pass it as `before` for the next page; null on the last one. */
  nextCursor: string | null;
}

/**
 * Reads a page of what rang for a person.
 *
 * @param before id of the last entry of the previous page
 */
export async function readBell(
  db: Db,
  userId: string,
  { limit = 30, before }: { limit?: number; before?: string } = {},
): Promise<Bell> {
  const rows = await query<
    Omit<BellEntry, "tasks" | "content" | "at"> & {
      at: Date;
      tasks: BellTask[] | null;
      content: unknown;
    }
  >(
    db,
    Prisma.sql`
    SELECT id::text, kind, at, read_at IS NOT NULL AS read, content,
      EXISTS (SELECT FROM delivery WHERE notification_id = notification.id AND state = 'maybe') AS unsure,
      named.count, named.tasks
    FROM (
      SELECT * FROM notification WHERE user_id = ${userId}
        AND (${before ?? null}::bigint IS NULL OR id < ${before ?? null}::bigint)
      ORDER BY id DESC LIMIT ${limit + 1}::integer
    ) AS notification
    CROSS JOIN LATERAL (
      SELECT CASE WHEN cardinality(task_numbers) > ${TASKS_COUNTED}::integer AND count(*) > 0
          THEN cardinality(task_numbers) ELSE count(*)::integer END AS count,
        jsonb_agg(jsonb_build_object('number', number,
        'title', title, 'dueAt', ${DUE}, 'completed', completed_at IS NOT NULL))
        FILTER (WHERE place <= ${TASKS_NAMED}::integer) AS tasks
      FROM (
        SELECT *, row_number() OVER (ORDER BY due_at, number) AS place FROM task
        WHERE task.user_id = ${userId} AND number = ANY (task_numbers[:${TASKS_COUNTED}::integer])
          AND deleted_at IS NULL
      ) AS task
    ) AS named
    ORDER BY notification.id DESC`,
  );
  const entries = rows.slice(0, limit).map((row) => ({
    ...row,
    at: row.at.toISOString(),
    tasks: row.tasks ?? [],
    content: readContent(row.content),
  }));
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** The due date of a task in wire form. */
const DUE = Prisma.sql`CASE WHEN due_has_time
  THEN to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  ELSE to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') END`;

/** How many notifications a person has not read. */
export function countUnread(db: Db, userId: string): Promise<number> {
  return db.notification.count({ where: { userId, readAt: null } });
}

/** The overdue tasks of a person, the latest first, at most {@link OVERDUE_LISTED}. */
export async function listOverdue(db: Db, userId: string, timeZone: string): Promise<BellTask[]> {
  return query<BellTask>(
    db,
    Prisma.sql`
    SELECT number, title, ${DUE} AS "dueAt", false AS completed FROM task
    WHERE user_id = ${userId} AND deleted_at IS NULL AND completed_at IS NULL
      AND CASE WHEN due_has_time THEN due_at < now()
        ELSE (due_at AT TIME ZONE 'UTC')::date < (now() AT TIME ZONE known_zone(${timeZone}))::date END
    ORDER BY due_at DESC, number LIMIT ${OVERDUE_LISTED}::integer`,
  );
}
