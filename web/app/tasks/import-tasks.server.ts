import { z } from "zod";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import type { Actor, WireTask } from "./task";
import { fromWire } from "./task-input";
import { NO_DUE, NO_ROW, seriesColumns, toColumns } from "./task-row";
import { type Format, IMPORT_ROWS_MAX, type TransferTask, transferRow } from "./transfer";
import { readCalendar } from "./transfer-calendar";
import { readCsv } from "./transfer-csv";

/** Most rows at fault that one answer names. */
const ERRORS_MAX = 50;

/** What is wrong with a row; the first task is row 1. */
interface RowError {
  row: number;
  field: string;
  expected: string;
}

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
  const rows = readRows(format, text, actor.timeZone);
  if (rows.length > IMPORT_ROWS_MAX) {
    throw new AppError("import_too_many", 422, { values: { max: IMPORT_ROWS_MAX } });
  }
  const tasks = validRows(rows, transferRow(actor.timeZone, now));
  if (tasks.length > 0) await inTransaction(db, (tx) => insertAll(tx, actor, tasks));
  return tasks.length;
}

function readRows(format: Format, text: string, timeZone: string): unknown[] {
  if (format === "csv") return readCsv(text);
  if (format === "ics") return readCalendar(text, timeZone);
  try {
    return z.object({ tasks: z.array(z.unknown()) }).parse(JSON.parse(text)).tasks;
  } catch (cause) {
    const values = { expected: 'JSON such as {"tasks": [{"title": "buy milk"}]}' };
    throw new AppError("import_unreadable", 422, { cause, values });
  }
}

function validRows(rows: unknown[], schema: ReturnType<typeof transferRow>): TransferTask[] {
  const tasks: TransferTask[] = [];
  const errors: RowError[] = [];
  for (const [index, row] of rows.entries()) {
    const parsed = schema.safeParse(row);
    if (parsed.success) tasks.push(parsed.data);
    else errors.push(...parsed.error.issues.map((issue) => rowError(index + 1, issue)));
    if (errors.length >= ERRORS_MAX) break;
  }
  const [first] = errors;
  if (!first) return tasks;
  throw new AppError("import_invalid", 422, {
    field: first.field,
    values: { row: first.row, expected: first.expected, errors: errors.slice(0, ERRORS_MAX) },
  });
}

function rowError(row: number, issue: z.core.$ZodIssue): RowError {
  if (issue.code === "unrecognized_keys") {
    return { row, field: issue.keys[0] ?? "", expected: "no member of this name" };
  }
  return { row, field: issue.path.join("."), expected: issue.message };
}

async function insertAll(tx: Db, actor: Actor, tasks: TransferTask[]): Promise<void> {
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
}

function insertable(task: TransferTask, number: number) {
  const columns = { ...NO_DUE, ...toColumns(fromWire(task)) };
  const series = { seriesAt: null, seriesHasTime: false, ...seriesColumns(columns, NO_ROW) };
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
