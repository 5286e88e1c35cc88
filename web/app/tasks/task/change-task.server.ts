import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction, isTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma, type Task as Row } from "#app/platform/generated/client";
import { type Actor, STEPS_MAX, type Task } from "./task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "./task-row";
import { toWire } from "./wire-task";

/** Kinds of change in the history of a task. */
export const ACTIONS = [
  "created",
  "updated",
  "completed",
  "reopened",
  "skipped",
  "deleted",
  "restored",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The row of a task, with what a change of it depends on. */
export interface TaskRow
  extends TaskColumns,
    Pick<Row, "deletedAt" | "seriesAt" | "seriesHasTime"> {
  /** False when there is no next occurrence. Of a locked row it is not known: see {@link readRow}. */
  mayHaveSuccessor: boolean;
  /** False when it has no steps; likewise. */
  mayHaveSteps: boolean;
  /** Of a task in the trash: whether it can be a step of what it was a step of. */
  keepsParent?: boolean;
}

/** A change of one task. */
export interface Change {
  action: Action;
  columns: Partial<Pick<Row, keyof typeof CHANGEABLE>>;
  /** What is written in the same transaction, after the change. */
  also?: (tx: Db, task: Task) => Promise<void>;
}

/**
 * Changes a task of a person: reads it, and writes what `decide` makes of it. Outside a transaction
 * nothing is locked, and the write is one statement that does nothing if the task has a newer version
 * by then; in that case, and where more than the task is written, it is done over with a lock.
 *
 * @param decide may be called twice; without a change the task stays as it is
 * @param inTrash looks for the task in the trash instead of the list
 * @throws AppError `task_not_found` (404) when there is no such task there; what `decide` throws
 */
export async function changeTask(
  db: Db,
  actor: Actor,
  id: number,
  decide: (row: TaskRow) => Change | null,
  inTrash = false,
): Promise<Task> {
  const locks = isTransaction(db);
  const row = await readRow(db, actor.userId, id, inTrash, locks);
  const change = decide(row);
  if (!change) return fromRow(row);
  if (locks || !change.also) {
    const task = await writeChange(db, actor, row, change);
    if (task) await change.also?.(db, task);
    if (task) return task;
    if (locks) throw new Error(`task ${id} changed in spite of its lock`);
  }
  return inTransaction(db, (tx) => changeTask(tx, actor, id, decide, inTrash));
}

/**
 * Reads the row of a person's task and locks it until the transaction ends, so that concurrent edits
 * are serialized.
 *
 * @param inTrash looks for the task in the trash instead of the list
 * @throws AppError `task_not_found` (404) when there is no such task there
 */
export function lockTask(tx: Db, userId: string, id: number, inTrash = false): Promise<TaskRow> {
  return readRow(tx, userId, id, inTrash, true);
}

async function readRow(
  db: Db,
  userId: string,
  id: number,
  inTrash: boolean,
  locks: boolean,
): Promise<TaskRow> {
  // A SELECT that waits for a lock returns the row as it is then, but other rows as they were before.
  const successor = locks
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM task AS next
        WHERE next.user_id = task.user_id AND next.previous_number = task.number)`;
  const steps = locks
    ? Prisma.sql`TRUE`
    : Prisma.sql`EXISTS (SELECT FROM task AS step
        WHERE step.user_id = task.user_id AND step.parent_number = task.number)`;
  const [row] = await query<TaskRow>(
    db,
    Prisma.sql`SELECT ${TASK_COLUMNS}, deleted_at AS "deletedAt", series_at AS "seriesAt",
      series_has_time AS "seriesHasTime", ${successor} AS "mayHaveSuccessor",
      ${steps} AS "mayHaveSteps"
      ${inTrash ? KEEPS_PARENT : Prisma.empty}
      FROM task WHERE user_id = ${userId} AND number = ${id}
      ${locks ? Prisma.sql`FOR UPDATE` : Prisma.empty}`,
    `${locks ? "lock" : "read"} task${inTrash ? " in trash" : ""}`,
  );
  if (!row || (row.deletedAt !== null) !== inTrash) throw taskNotFound(id);
  return row;
}

const KEEPS_PARENT = Prisma.sql`, EXISTS (SELECT FROM task AS parent
  WHERE parent.user_id = task.user_id AND parent.number = task.parent_number
    AND parent.deleted_at IS NULL AND parent.parent_number IS NULL
    AND (SELECT count(*) FROM task AS step WHERE step.user_id = parent.user_id
      AND step.parent_number = parent.number AND step.deleted_at IS NULL) < ${STEPS_MAX}::integer
  ) AS "keepsParent"`;

/** The error for a number that is no task of this person: `task_not_found` (404). */
export function taskNotFound(id: number): AppError {
  return new AppError("task_not_found", 404, { values: { id } });
}

/** Columns that a change may set. Generated ones follow those that are set, so only these are named. */
const CHANGEABLE = {
  title: Prisma.sql`title`,
  description: Prisma.sql`description`,
  priority: Prisma.sql`priority`,
  category: Prisma.sql`category`,
  labels: Prisma.sql`labels`,
  parentNumber: Prisma.sql`parent_number`,
  position: Prisma.sql`position`,
  dueAt: Prisma.sql`due_at`,
  dueHasTime: Prisma.sql`due_has_time`,
  durationMinutes: Prisma.sql`duration_minutes`,
  recurrence: Prisma.sql`recurrence`,
  recurrenceFrom: Prisma.sql`recurrence_from`,
  recurrenceExcept: Prisma.sql`recurrence_except`,
  timeZone: Prisma.sql`time_zone`,
  reminders: Prisma.sql`reminders`,
  seriesAt: Prisma.sql`series_at`,
  seriesHasTime: Prisma.sql`series_has_time`,
  completedAt: Prisma.sql`completed_at`,
  deletedAt: Prisma.sql`deleted_at`,
};

/** Changes that always set the same columns, so that their statement can be prepared. */
const PREPARED = new Set<Action>(["completed", "reopened", "deleted", "restored"]);

/**
 * Sets columns of a task, increments its version, records the change and notifies open lists, in one
 * round trip.
 *
 * @returns the task; null when it no longer has the version of `before`
 */
async function writeChange(
  db: Db,
  actor: Actor,
  before: TaskRow,
  { action, columns }: Change,
): Promise<Task | null> {
  const { userId } = actor;
  const version = before.version + 1;
  const updatedAt = new Date();
  const task = fromRow({ ...before, ...columns, version, updatedAt });
  const values = Object.entries(CHANGEABLE).flatMap(([key, name]) => {
    const value = columns[key as keyof typeof CHANGEABLE];
    if (value === undefined) return [];
    // The driver would make an array of PostgreSQL of it.
    if (key === "reminders") return [Prisma.sql`${name} = ${jsonColumn(value)}::jsonb, `];
    return [Prisma.sql`${name} = ${value}, `];
  });
  const rows = await query(
    db,
    Prisma.sql`
    WITH changed AS (
      UPDATE task SET ${Prisma.join([...values, Prisma.empty], "")} version = ${version}, updated_at = ${updatedAt}
      WHERE user_id = ${userId} AND number = ${before.number} AND version = ${before.version}
      RETURNING user_id, number
    ), recorded AS (
      INSERT INTO task_change (user_id, task_number, actor, run_id, client, reverts, action, before, after)
      SELECT user_id, number, ${actor.by}, ${actor.runId ?? null}::uuid, ${actor.client ?? null}::text,
        ${actor.reverts ?? null}::uuid, ${action},
        ${json(fromRow(before))}::jsonb, ${json(task)}::jsonb
      FROM changed
    )
    SELECT pg_notify(${TASK_CHANGED_CHANNEL}, user_id)::text FROM changed`,
    PREPARED.has(action) ? `task ${Object.keys(columns).join()}` : undefined,
  );
  return rows.length > 0 ? task : null;
}

/** PostgreSQL channel of task changes; the payload is the id of the person whose list changed. */
export const TASK_CHANGED_CHANNEL = "task_changed";

/**
 * Records a change, for history and undo, and notifies open lists when the transaction commits.
 *
 * @param before null for a new task
 * @param after null for a task that was removed
 */
export async function recordChange(
  tx: Db,
  actor: Actor,
  taskNumber: number,
  action: Action,
  before: Task | null,
  after: Task | null,
): Promise<void> {
  // One statement, so that recording and notifying take one round trip.
  await query(
    tx,
    Prisma.sql`
    WITH recorded AS (
      INSERT INTO task_change (user_id, task_number, actor, run_id, client, reverts, action, before, after)
      VALUES (${actor.userId}, ${taskNumber}, ${actor.by}, ${actor.runId ?? null}::uuid, ${actor.client ?? null}::text,
        ${actor.reverts ?? null}::uuid, ${action},
        ${json(before)}::jsonb, ${json(after)}::jsonb)
      RETURNING user_id
    )
    SELECT pg_notify(${TASK_CHANGED_CHANNEL}, user_id)::text FROM recorded`,
  );
}

/** A value for a column of JSON; null is no value there, not the null of JSON. */
export const jsonColumn = (value: unknown): string | null =>
  value === null ? null : JSON.stringify(value);

function json(task: Task | null): string | null {
  return task && JSON.stringify(toWire(task));
}
