import type { z } from "zod";
import { AppError } from "#app/platform/errors";
import { readJsonMembers } from "#app/platform/json-members";
import { NEW_ROW, toColumns, withRepeat } from "#app/tasks/task/task-columns";
import { fromWire } from "#app/tasks/task/task-input";
import {
  FILE_BOUNDS,
  type Format,
  IMPORT_ROWS_MAX,
  type TransferTask,
  transferRow,
} from "./transfer";
import { readCalendar } from "./transfer-calendar";
import { readCsv } from "./transfer-csv";

/** Most rejected rows that are kept with their errors, and most that lost something. */
const REJECTED_MAX = 50;
/** Tasks of one batch, which is one statement. */
const BATCH_ROWS = 500;

/** A file to read. */
export interface ImportInput {
  format: Format;
  bytes: Uint8Array;
  /** IANA zone of an instant without an offset. */
  timeZone: string;
  /** The default of completion and creation dates. */
  now: Date;
}

/** An invalid field of a row; the first task is row 1. */
interface RowError {
  row: number;
  field: string;
  expected: string;
}

/** Tasks as they are inserted: JSON of an array, see `insertTasks`. */
interface TaskBatch {
  rows: number;
  json: string;
}

/** What a file holds: valid rows as tasks, invalid ones with their errors. */
export interface ReadImport {
  tasks: number;
  batches: TaskBatch[];
  rejected: number;
  /** The first of the rejected rows. */
  faults: { row: number; title: string; errors: RowError[] }[];
  /** The first of the tasks that lost something, such as LOCATION: no task has it. */
  leftOut: { row: number; title: string; names: string[] }[];
  /** What a calendar holds beside tasks, by its names, such as VEVENT: none of it is a task. */
  others: Record<string, number>;
}

/**
 * Parses and validates a file, row by row. Runs in a worker thread: the text may be anything.
 *
 * @param report called with the bytes that were read, now and then
 * @throws AppError `import_unreadable`, `import_too_many`, `file_bound` (422)
 */
export function readImport(
  { format, bytes, timeZone, now }: ImportInput,
  report: (rows: number) => void = () => {},
): ReadImport {
  const schema = transferRow(timeZone, now);
  const read: ReadImport = {
    tasks: 0,
    batches: [],
    rejected: 0,
    faults: [],
    leftOut: [],
    others: {},
  };
  const others = new Map<string, number>();
  const steps = new StepReferences();
  const rows: ReturnType<typeof toInsertRow>[] = [];
  for (const { value, leftOut } of readRows({ format, bytes, timeZone }, others)) {
    const row = read.tasks + read.rejected + 1;
    if (row > IMPORT_ROWS_MAX)
      throw new AppError("import_too_many", 422, { values: { max: IMPORT_ROWS_MAX } });
    const parsed = schema.safeParse(value);
    if (parsed.success) {
      steps.add(parsed.data, read.tasks);
      rows.push(toInsertRow(parsed.data, read.tasks, { now, timeZone }));
      read.tasks += 1;
      if (leftOut.length > 0 && read.leftOut.length < REJECTED_MAX)
        read.leftOut.push({ row, title: titleOf(value), names: leftOut });
      if (read.tasks % BATCH_ROWS === 0) report(row);
      continue;
    }
    read.rejected += 1;
    if (read.faults.length >= REJECTED_MAX) continue;
    const errors = parsed.error.issues.slice(0, REJECTED_MAX).map((issue) => rowError(row, issue));
    read.faults.push({ row, title: titleOf(value), errors });
  }
  report(read.tasks + read.rejected);
  for (const row of rows) {
    row.parent_n = steps.parentOf(row.n);
    if (row.parent_n !== null || !steps.isStep(row.n) || read.leftOut.length >= REJECTED_MAX)
      continue;
    read.leftOut.push({ row: row.n + 1, title: row.title, names: ["RELATED-TO"] });
  }
  for (let at = 0; at < rows.length; at += BATCH_ROWS) {
    const batch = rows.slice(at, at + BATCH_ROWS);
    read.batches.push({ rows: batch.length, json: JSON.stringify(batch) });
  }
  return { ...read, others: Object.fromEntries(others) };
}

function* readRows(
  { format, bytes, timeZone }: Omit<ImportInput, "now">,
  others: Map<string, number>,
): Generator<{ value: unknown; leftOut: string[] }> {
  if (format === "ics")
    return yield* readCalendar(new TextDecoder().decode(bytes), timeZone, others);
  const rows = format === "json" ? readJson(bytes) : readCsv(new TextDecoder().decode(bytes));
  for (const value of rows) yield { value, leftOut: [] };
}

function* readJson(bytes: Uint8Array): Generator<unknown> {
  let found = false;
  try {
    for (const { name, index, value } of readJsonMembers(bytes, ["tasks"], FILE_BOUNDS.depth)) {
      if (name !== "tasks" || index === null) continue;
      found = true;
      yield value;
    }
    if (!found && !hasTasks(bytes)) throw new SyntaxError("no tasks");
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const values = { expected: 'JSON such as {"tasks": [{"title": "buy milk"}]}' };
    throw new AppError("import_unreadable", 422, { cause, values });
  }
}

/** Whether a text without tasks has at least an empty list of them. */
function hasTasks(bytes: Uint8Array): boolean {
  for (const { name } of readJsonMembers(bytes, [], FILE_BOUNDS.depth))
    if (name === "tasks") return true;
  return false;
}

/** Which rows of a file are steps of which; on one level, and only of tasks that are in the file. */
class StepReferences {
  private readonly rows = new Map<string, number>();
  private readonly parents = new Map<number, string>();

  add({ id, parent_id: parent }: Pick<TransferTask, "id" | "parent_id">, n: number): void {
    if (id !== null && !this.rows.has(String(id))) this.rows.set(String(id), n);
    if (parent !== null) this.parents.set(n, String(parent));
  }

  isStep = (n: number): boolean => this.parents.has(n);

  /** The row that a row is a step of: of steps of steps, the task above them all. */
  parentOf(n: number): number | null {
    let at: number | undefined = n;
    for (let depth = 0; depth < STEP_DEPTH_MAX; depth += 1) {
      const parent: string | undefined = this.parents.get(at);
      if (parent === undefined) return at === n ? null : at;
      at = this.rows.get(parent);
      if (at === undefined || at === n) return null;
    }
    return null;
  }
}

/** How deep steps of other programs may be nested. */
const STEP_DEPTH_MAX = 20;

/** The columns of a new task, `n` from the first number of the import, and its history. */
function toInsertRow(
  { id: _, parent_id: __, ...task }: TransferTask,
  n: number,
  { now, timeZone }: Pick<ImportInput, "now" | "timeZone">,
) {
  const columns = { ...NEW_ROW, ...withRepeat(toColumns(fromWire(task)), NEW_ROW, timeZone) };
  return {
    n,
    title: task.title,
    description: task.description,
    priority: columns.priority,
    category: task.category,
    labels: task.labels,
    position: task.position,
    parent_n: null as number | null,
    due_at: columns.dueAt,
    due_has_time: columns.dueHasTime,
    duration_minutes: task.duration_minutes,
    recurrence: task.recurrence,
    recurrence_from: task.recurrence_from,
    recurrence_except: task.recurrence_except,
    time_zone: columns.timeZone,
    reminders: task.reminders,
    series_at: columns.seriesAt,
    series_has_time: columns.seriesHasTime,
    completed_at: task.completed_at,
    created_at: task.created_at,
    after: {
      ...task,
      time_zone: columns.timeZone,
      completed: task.completed_at !== null,
      updated_at: now.toISOString(),
      version: 1,
    },
  };
}

function titleOf(value: unknown): string {
  const title = (value as { title?: unknown } | null)?.title;
  return typeof title === "string" ? title.trim().slice(0, 100) : "";
}

function rowError(row: number, issue: z.core.$ZodIssue): RowError {
  if (issue.code === "unrecognized_keys") {
    const field = (issue.keys[0] ?? "").slice(0, 100);
    return { row, field, expected: "no member of this name" };
  }
  return { row, field: issue.path.join("."), expected: issue.message };
}
