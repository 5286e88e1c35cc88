import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { parseDue, startOfDay } from "#app/tasks/task/due-date";
import type { Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";
import { isSnapshot, isStale, readSyncToken, type SyncToken, writeSyncToken } from "./sync-token";

const { sql } = Prisma;
const DEFAULT_LIMIT = 100;

/** A task that is in the trash or gone for good. */
export interface DeletedTask {
  id: number;
  deletedAt: string;
  /** Whether it cannot be restored. */
  forever: boolean;
}

/** A page of what has changed, by number. */
export interface ChangesPage {
  tasks: Task[];
  deleted: DeletedTask[];
  nextCursor: string | null;
  /** For the changes after these; null until the last page. */
  syncToken: string | null;
}

/** What is asked for: `since` a sync token, an RFC 3339 moment, a day, or `*` for all tasks. */
export interface ChangesQuery {
  since: string;
  limit?: number;
  cursor?: string;
}

type Since = { all: true } | { token: SyncToken } | { moment: Date };

/**
 * Reads what has changed of a person's tasks since a token: each task as it is now, once, and those
 * that are deleted. All pages of a reading lead to the same new token, which was taken at the first.
 *
 * @param timeZone the person's IANA zone, for a day
 * @throws AppError `invalid_input` (422); `sync_expired` (410) for a token that is too old, or of a
 *   database before it was restored
 */
export async function listChanges(
  db: Db,
  userId: string,
  { since: text, limit = DEFAULT_LIMIT, cursor }: ChangesQuery,
  timeZone: string,
): Promise<ChangesPage> {
  const since = readSince(text, timeZone);
  const place = cursor === undefined ? null : readCursor(cursor);
  const now = new Date();
  if ("token" in since && isStale(since.token, now)) throw new AppError("sync_expired", 410);
  const after = place?.number ?? 0;
  const changed = sql`
    SELECT number AS id, deleted_at AS gone_at, false AS forever FROM task
      WHERE user_id = ${userId} AND number > ${after} AND ${wasChanged(since, sql`updated_at`)}
        ${"all" in since ? sql`AND deleted_at IS NULL` : Prisma.empty}
    UNION ALL
    SELECT number, deleted_at, true FROM task_tombstone AS stone
      WHERE user_id = ${userId} AND number > ${after} AND ${wasChanged(since, sql`deleted_at`)}
        AND ${!("all" in since)} AND NOT EXISTS (SELECT FROM task
          WHERE task.user_id = stone.user_id AND task.number = stone.number)
    ORDER BY id LIMIT ${limit + 1}`;
  // One statement: the snapshot is the one that the rows are read with.
  const rows = await query<Row>(
    db,
    sql`SELECT state.snapshot, state.cluster, c.id, c.gone_at AS "goneAt", c.forever, ${TASK_COLUMNS}
      FROM (SELECT pg_current_snapshot()::text AS snapshot, system_identifier::text AS cluster
        FROM pg_control_system()) AS state
      LEFT JOIN LATERAL (${changed}) AS c ON true
      LEFT JOIN task ON task.user_id = ${userId} AND task.number = c.id
      ORDER BY c.id`,
  );
  const [{ snapshot, cluster } = { snapshot: "", cluster: "" }] = rows;
  if ("token" in since && since.token.cluster !== cluster) throw new AppError("sync_expired", 410);
  const found = rows.filter(({ id }) => id !== null);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const until = place?.until ?? snapshot;
  const isLast = found.length <= limit || !last;
  return {
    tasks: page.filter(({ goneAt }) => goneAt === null).map(fromRow),
    deleted: page.flatMap(({ id, goneAt, forever }) =>
      goneAt === null ? [] : [{ id, deletedAt: goneAt.toISOString(), forever }],
    ),
    nextCursor: isLast ? null : writeCursor({ until, number: last.id }),
    syncToken: isLast ? writeSyncToken({ cluster, snapshot: until, at: now }) : null,
  };
}

interface Row extends TaskColumns {
  snapshot: string;
  cluster: string;
  id: number;
  goneAt: Date | null;
  forever: boolean;
}

function readSince(text: string, timeZone: string): Since {
  if (text === "*") return { all: true };
  const token = readSyncToken(text);
  if (token) return { token };
  const due = parseDue(text);
  if (due?.dueAt) return { moment: due.dueHasTime ? due.dueAt : startOfDay(text.trim(), timeZone) };
  throw new AppError("invalid_input", 422, {
    field: "changed_since",
    values: { expected: "a sync_token, an RFC 3339 moment, or * for all tasks" },
  });
}

/** SQL: a row was changed by a transaction that the reader has not seen, or since a moment. */
function wasChanged(since: Since, at: Prisma.Sql): Prisma.Sql {
  if ("all" in since) return sql`true`;
  if ("moment" in since) return sql`${at} >= ${since.moment}`;
  const { snapshot } = since.token;
  return sql`(changed_xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
    AND NOT pg_visible_in_snapshot(changed_xid, ${snapshot}::pg_snapshot))`;
}

interface Place {
  /** What was seen when the first page was read. */
  until: string;
  number: number;
}

const cursorSchema = z.tuple([
  z.string().max(4_000).refine(isSnapshot),
  z
    .int()
    .min(1)
    .max(2 ** 31 - 1),
]);

const writeCursor = ({ until, number }: Place): string =>
  Buffer.from(JSON.stringify([until, number])).toString("base64url");

function readCursor(text: string): Place {
  try {
    const json: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    const [until, number] = cursorSchema.parse(json);
    return { until, number };
  } catch {
    const values = { expected: "a next_cursor of the same changes" };
    throw new AppError("invalid_input", 422, { field: "cursor", values });
  }
}
