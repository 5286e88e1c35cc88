import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { JobTooLarge, type WorkerPool } from "#app/platform/workers/worker-pool";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import { giveBackNumbers, takeNumbers } from "#app/tasks/task/take-numbers.server";
import type { Actor } from "#app/tasks/task/task";
import type { ReadImport } from "./gather-rows";
import type { ImportInput } from "./read-import";
import type { ReadSource, SourceInput } from "./sources/read-source";

/** Processor time that a file may take to read, in milliseconds; the largest takes a third of it. */
const READ_MS = 10_000;
/** Timeout of the transaction, in milliseconds. */
export const WRITE_MS = 60_000;

/** How an import is watched and cancelled. */
export interface ImportOptions {
  /** Cancels the import; nothing of it stays. */
  signal?: AbortSignal;
  /** Called with the number of tasks that were read or written. */
  onProgress?: (phase: "read" | "written", tasks: number) => void;
}

/**
 * Reads the tasks of a file in a worker thread.
 *
 * @throws AppError `import_unreadable`, `import_too_many`, `file_bound` (422), `busy` (503); the
 *   signal's reason
 */
export async function readTasks(
  workers: WorkerPool,
  userId: string,
  input: ImportInput,
  { signal, onProgress }: ImportOptions = {},
): Promise<ReadImport> {
  return runReader<ReadImport>(workers, "read-import", userId, input, { signal, onProgress });
}

/**
 * Reads a file that says itself where it comes from, in a worker thread.
 *
 * @throws AppError as {@link readTasks}
 */
export function readSourceFile(
  workers: WorkerPool,
  userId: string,
  input: SourceInput,
  options: ImportOptions = {},
): Promise<ReadSource> {
  return runReader<ReadSource>(workers, "read-source", userId, input, options);
}

async function runReader<Result>(
  workers: WorkerPool,
  job: string,
  userId: string,
  input: unknown,
  { signal, onProgress }: ImportOptions,
): Promise<Result> {
  const onReport = (tasks: unknown) => onProgress?.("read", tasks as number);
  const options = { key: userId, deadlineMs: READ_MS, signal, onReport };
  return workers.run<Result>(job, input, options).catch((cause: unknown) => {
    if (cause instanceof JobTooLarge) throw new AppError("file_bound", 422, { cause });
    throw cause;
  });
}

/**
 * Requires that a file has no invalid row.
 *
 * @throws AppError `import_invalid` (422, with the invalid rows and fields)
 */
export function assertAllValid({ faults }: ReadImport): void {
  const errors = faults.flatMap((row) => row.errors);
  const [first] = errors;
  if (!first) return;
  throw new AppError("import_invalid", 422, {
    field: first.field,
    values: { row: first.row, expected: first.expected, errors: errors.slice(0, ERRORS_MAX) },
  });
}

/** Most errors that one response lists. */
const ERRORS_MAX = 50;

/**
 * Inserts the tasks of a file under new consecutive numbers, in one transaction; joins the one that
 * `tx` is. The numbers are taken before it, since the lock on them would hold up the person's other
 * requests, with a connection each.
 *
 * @param db outside of the transaction
 * @returns the first of the numbers; null for no tasks
 * @throws AppError `tasks_full` (422); the signal's reason
 */
export async function insertTasks(
  db: Db,
  tx: Db,
  actor: Actor,
  { tasks, batches, parents }: ReadImport,
  { signal, onProgress }: ImportOptions = {},
): Promise<number | null> {
  if (tasks === 0) return null;
  const { userId } = actor;
  const taken = await takeNumbers(db, userId, {
    tasks,
    taskNumbers: tasks,
    conversationNumbers: 0,
  });
  const first = taken.lastTask + 1;
  const numberOf = (place: number | null | undefined) =>
    typeof place === "number" ? first + place : null;
  const work = async (transaction: Db) => {
    let written = 0;
    for (const { rows, json } of batches) {
      signal?.throwIfAborted();
      const rowsOf = Array.from({ length: rows }, (_, row) => ({
        place: written + row,
        parent: numberOf(parents[written + row]),
      }));
      await insertBatch(transaction, actor, { first: first + written, rows: rowsOf, json });
      written += rows;
      onProgress?.("written", written);
    }
    await notifyLists(transaction, userId);
  };
  try {
    await inTransaction(tx, work, WRITE_MS);
  } catch (error) {
    await giveBackNumbers(db, userId, taken);
    throw error;
  }
  return first;
}

/** Lets the open lists of a person reload: one notification for all that an import writes. */
export async function notifyLists(tx: Db, userId: string): Promise<void> {
  await query(
    tx,
    Prisma.sql`SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, ${userId}::text)::text`,
  );
}

/**
 * Rows to insert: those of a batch at these places of the file, numbered from the first on, each with
 * the number of the task that it is a step of.
 */
interface Insertion {
  first: number;
  rows: { place: number; parent: number | null }[];
  json: string;
}

/** Inserts tasks of a batch and their history, in one statement however many they are. */
export async function insertBatch(
  tx: Db,
  actor: Actor,
  { first, rows, json }: Insertion,
): Promise<void> {
  const places = rows.map(({ place }) => place);
  const parents = rows.map(({ parent }) => parent);
  await query(
    tx,
    Prisma.sql`
    WITH rows AS (
      SELECT ${first}::integer + chosen.position::integer - 1 AS number,
        chosen.parent AS parent_number, row.*
      FROM unnest(${places}::integer[], ${parents}::integer[])
        WITH ORDINALITY AS chosen(place, parent, position)
      JOIN jsonb_to_recordset(${json}::jsonb) AS row(
        n integer, title text, description text, priority smallint, category text,
        labels text[], position text, due_at timestamptz, due_has_time boolean, duration_minutes integer, recurrence text,
        recurrence_from text, recurrence_except text[], time_zone text, reminders jsonb, series_at timestamptz,
        series_has_time boolean, completed_at timestamptz, created_at timestamptz, after jsonb)
        ON row.n = chosen.place
    ), created AS (
      INSERT INTO task (user_id, number, title, description, priority, category, labels,
        parent_number, position, due_at, due_has_time, duration_minutes, recurrence, recurrence_from, recurrence_except, time_zone,
        reminders, series_at, series_has_time, completed_at, created_at, updated_at)
      SELECT ${actor.userId}, number, title, description, priority, category, labels,
        parent_number, position, due_at, due_has_time, duration_minutes, recurrence, recurrence_from, recurrence_except, time_zone,
        nullif(reminders, 'null'), series_at, series_has_time, completed_at, created_at,
        (after ->> 'updated_at')::timestamptz
      FROM rows
    )
    INSERT INTO task_change (user_id, task_number, actor, run_id, client, action, after)
    SELECT ${actor.userId}, number, ${actor.by}, ${actor.runId ?? null}::uuid, ${actor.client ?? null}::text, 'created',
      after || jsonb_build_object('id', number, 'parent_id', parent_number)
    FROM rows ORDER BY number`,
  );
}
