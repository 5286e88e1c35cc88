import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { TASK_CHANGED_CHANNEL } from "./change-task.server";
import { readImport } from "./read-import.server";
import type { Actor, WireTask } from "./task";
import { fromWire } from "./task-input";
import { NEW_ROW, NO_DUE, seriesColumns, toColumns } from "./task-row";
import type { Format, TransferTask } from "./transfer";

/** Most rows at fault that one answer names. */
const ERRORS_MAX = 50;

/**
 * Adds the tasks of a file, under new numbers: all of them, or none when one is wrong.
 *
 * @returns how many
 * @throws AppError `import_unreadable`, `import_invalid` (422, with the rows and fields at fault),
 *   `import_too_many` (422)
 */
export async function importTasks(
  db: Db,
  actor: Actor,
  format: Format,
  text: string,
  now = new Date(),
): Promise<number> {
  const { tasks, refused } = readImport(format, text, actor.timeZone, now);
  const errors = refused.flatMap((row) => row.errors);
  const [first] = errors;
  if (first) {
    throw new AppError("import_invalid", 422, {
      field: first.field,
      values: { row: first.row, expected: first.expected, errors: errors.slice(0, ERRORS_MAX) },
    });
  }
  await insertTasks(db, actor, tasks);
  return tasks.length;
}

/**
 * Adds the tasks under new numbers that follow one another.
 *
 * @returns the first of the numbers; null for no tasks
 */
export async function insertTasks(
  db: Db,
  actor: Actor,
  tasks: TransferTask[],
): Promise<number | null> {
  if (tasks.length === 0) return null;
  return inTransaction(db, (tx) => insertAll(tx, actor, tasks));
}

async function insertAll(tx: Db, actor: Actor, tasks: TransferTask[]): Promise<number> {
  const { userId } = actor;
  const { lastTaskNumber } = await tx.user.update({
    where: { id: userId },
    data: { lastTaskNumber: { increment: tasks.length } },
    select: { lastTaskNumber: true },
  });
  const first = lastTaskNumber - tasks.length + 1;
  const at = new Date().toISOString();
  const rows = tasks.map((task, index) => ({
    columns: insertable(task, first + index),
    wire: toWireTask(task, first + index, at),
  }));
  // One statement each, however many: a file of ten thousand is done in a second or two.
  await tx.$executeRaw`
    INSERT INTO task (user_id, number, title, description, priority, category, due_at,
      due_has_time, recurrence, series_at, series_has_time, completed_at, created_at, updated_at)
    SELECT ${userId}, number, title, description, priority, category, due_at,
      due_has_time, recurrence, series_at, series_has_time, completed_at, created_at, ${at}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ columns }) => columns))}::jsonb) AS row(
      number integer, title text, description text, priority smallint, category text,
      due_at timestamptz, due_has_time boolean, recurrence text, series_at timestamptz,
      series_has_time boolean, completed_at timestamptz, created_at timestamptz)`;
  await tx.$executeRaw`
    INSERT INTO task_change (user_id, task_number, actor, run_id, action, after)
    SELECT ${userId}, (after ->> 'id')::integer, ${actor.by}, ${actor.runId ?? null}::uuid, 'created', after
    FROM jsonb_array_elements(${JSON.stringify(rows.map(({ wire }) => wire))}::jsonb) AS after`;
  // One notice for all: open lists look again.
  await tx.$queryRaw`SELECT pg_notify(${TASK_CHANGED_CHANNEL}, ${userId})::text`;
  return first;
}

function insertable(task: TransferTask, number: number) {
  const columns = { ...NO_DUE, ...toColumns(fromWire(task)) };
  const series = { seriesAt: null, seriesHasTime: false, ...seriesColumns(columns, NEW_ROW) };
  return {
    number,
    title: task.title,
    description: task.description,
    priority: columns.priority,
    category: task.category,
    due_at: columns.dueAt,
    due_has_time: columns.dueHasTime,
    recurrence: task.recurrence,
    series_at: series.seriesAt,
    series_has_time: series.seriesHasTime,
    completed_at: task.completed_at,
    created_at: task.created_at,
  };
}

function toWireTask(task: TransferTask, id: number, updatedAt: string): WireTask {
  return {
    ...task,
    id,
    completed: task.completed_at !== null,
    updated_at: updatedAt,
    version: 1,
  };
}
