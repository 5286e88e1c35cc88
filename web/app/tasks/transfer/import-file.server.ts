import { AppError, isAppError } from "#app/platform/errors";
import type { PrismaClient } from "#app/platform/generated/client";
import type { WorkerPool } from "#app/platform/workers/worker-pool";
import type { Actor } from "#app/tasks/task/task";
import { type ImportOptions, insertTasks, readTasks } from "./import-tasks.server";
import { FORMATS, type Format, IMPORT_BYTES_MAX, MEDIA_TYPES } from "./transfer";

/** The result of importing a file. */
export interface ImportReport {
  /** How many tasks were added, and the first of their consecutive numbers. */
  imported: number;
  firstNumber: number | null;
  /** How many rows were rejected. */
  rejected: number;
  /** The first rejected rows, with the names of their invalid fields. */
  rows: { row: number; title: string; fields: string[] }[];
  /** The first tasks that lost something, with the names that it has in the file. */
  leftOut: { row: number; title: string; names: string[] }[];
  /** What a calendar holds beside tasks, by its names, such as VEVENT. */
  others: Record<string, number>;
}

/**
 * Imports the tasks of an uploaded file and reports every invalid row.
 *
 * @param partly imports the valid rows even if others are invalid; otherwise all or none
 * @throws AppError `import_unreadable`, `import_too_many`, `file_bound`, `tasks_full` (422),
 *   `payload_too_large` (413), `busy` (503)
 */
export async function importFile(
  { db, workers }: { db: PrismaClient; workers: WorkerPool },
  actor: Actor,
  file: File,
  { partly, ...options }: ImportOptions & { partly: boolean },
): Promise<ImportReport> {
  if (file.size > IMPORT_BYTES_MAX) {
    throw new AppError("payload_too_large", 413, { values: { max: IMPORT_BYTES_MAX } });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const input = { format: formatOf(file, bytes), bytes, timeZone: actor.timeZone, now: new Date() };
  const read = await readTasks(workers, actor.userId, input, options);
  const accepted =
    partly || read.rejected === 0
      ? read
      : { ...read, tasks: 0, batches: [] as typeof read.batches };
  return {
    imported: accepted.tasks,
    firstNumber: await insertTasks(db, db, actor, accepted, options),
    rejected: read.rejected,
    leftOut: accepted.tasks > 0 ? read.leftOut : [],
    others: read.others,
    rows: read.faults.map(({ row, title, errors }) => ({
      row,
      title,
      fields: [...new Set(errors.map(({ field }) => field.slice(0, 50)))],
    })),
  };
}

/** Characters of a file that tell its format. */
const HEAD_BYTES = 1_000;

/** The format by the extension, by the media type, or by the first characters. */
function formatOf({ name, type }: File, bytes: Uint8Array): Format {
  const extension = name.toLowerCase().split(".").at(-1);
  const declared = FORMATS.find((format) => format === extension || type === MEDIA_TYPES[format]);
  if (declared) return declared;
  const head = new TextDecoder().decode(bytes.subarray(0, HEAD_BYTES));
  if (/^\s*BEGIN:VCALENDAR/i.test(head)) return "ics";
  return /^\s*[{[]/.test(head) ? "json" : "csv";
}

/** True for errors that the person may be told: of the file, of a limit, or to come again. */
export const isFileError = (error: unknown): error is AppError =>
  isAppError(error) && !["unauthorized", "csrf", "internal"].includes(error.code);
