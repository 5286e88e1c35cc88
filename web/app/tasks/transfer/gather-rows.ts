import type { z } from "zod";
import { expectedOf } from "#app/platform/expected";
import { NEW_ROW, toColumns, withRepeat } from "#app/tasks/task/task-columns";
import { fromWire } from "#app/tasks/task/task-input";
import { StepReferences } from "./step-references";
import { IMPORT_ROWS_MAX, importTooMany, type TransferTask, transferRow } from "./transfer";

/** Most rejected rows that are kept with their errors, and most that lost something. */
const REJECTED_MAX = 50;
/** Tasks of one batch, which is one statement, and characters of their notes. */
const BATCH_ROWS = 500;
const BATCH_TEXT = 250_000;

/** What the rows of a file are read against. */
export interface RowContext {
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
  /** For each of the tasks, in their order, the place of the one that it is a step of. */
  parents: (number | null)[];
  rejected: number;
  /** The first of the rejected rows. */
  faults: { row: number; title: string; errors: RowError[] }[];
  /** The first of the tasks that lost something, such as LOCATION: no task has it. */
  leftOut: { row: number; title: string; names: string[] }[];
  /** What a calendar holds beside tasks, by its names, such as VEVENT: none of it is a task. */
  others: Record<string, number>;
}

/** Takes the rows of a file one after another, and makes the tasks of it. */
interface Gathering {
  /**
   * Validates a row.
   *
   * @returns the task; null where it was rejected
   * @throws AppError `import_too_many` (422)
   */
  add(value: unknown, leftOut: string[]): TransferTask | null;
  /**
   * What was gathered.
   *
   * @param others what stands beside tasks, by its names
   */
  end(others: ReadonlyMap<string, number>): ReadImport;
}

/**
 * Begins to gather the rows of a file.
 *
 * @param report called with the rows that were read, now and then
 */
export function gatherRows(context: RowContext, report: (rows: number) => void): Gathering {
  const schema = transferRow(context.timeZone, context.now);
  const read: ReadImport = {
    tasks: 0,
    batches: [],
    parents: [],
    rejected: 0,
    faults: [],
    leftOut: [],
    others: {},
  };
  const steps = new StepReferences();
  const stepRows: { row: number; place: number; title: string }[] = [];
  let batch: object[] = [];
  let text = 0;
  const flush = () => {
    if (batch.length > 0) read.batches.push({ rows: batch.length, json: JSON.stringify(batch) });
    batch = [];
    text = 0;
    report(read.tasks + read.rejected);
  };
  return {
    add(value, leftOut) {
      const row = read.tasks + read.rejected + 1;
      if (row > IMPORT_ROWS_MAX) throw importTooMany();
      const parsed = schema.safeParse(value);
      if (parsed.success) {
        steps.add(parsed.data, read.tasks);
        if (parsed.data.parent_id !== null)
          stepRows.push({ row, place: read.tasks, title: titleOf(value) });
        batch.push(toInsertRow(parsed.data, read.tasks, context));
        read.tasks += 1;
        if (leftOut.length > 0 && read.leftOut.length < REJECTED_MAX)
          read.leftOut.push({ row, title: titleOf(value), names: leftOut });
        text += parsed.data.description.length;
        if (batch.length === BATCH_ROWS || text > BATCH_TEXT) flush();
        return parsed.data;
      }
      read.rejected += 1;
      if (read.faults.length < REJECTED_MAX) {
        const issues = parsed.error.issues.slice(0, REJECTED_MAX);
        const errors = issues.map((issue) => rowError(row, issue));
        read.faults.push({ row, title: titleOf(value), errors });
      }
      return null;
    },
    end(others) {
      flush();
      read.parents = Array.from({ length: read.tasks }, (_, place) => steps.parentOf(place));
      // Steps whose task is not in the file become tasks of their own.
      for (const { row, place, title } of stepRows)
        if (read.parents[place] === null && read.leftOut.length < REJECTED_MAX)
          read.leftOut.push({ row, title, names: ["RELATED-TO"] });
      return { ...read, others: Object.fromEntries(others) };
    },
  };
}

/** The columns of a new task, `n` from the first number of the import, and its history. */
function toInsertRow(
  { id: _, parent_id: __, ...task }: TransferTask,
  n: number,
  { now, timeZone }: RowContext,
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
  return { row, field: issue.path.join("."), expected: expectedOf(issue) };
}
