import { AppError, isAppError } from "#app/platform/errors";
import type { PrismaClient } from "#app/platform/generated/client";
import type { WorkerPool } from "#app/platform/workers/worker-pool";
import type { Actor } from "#app/tasks/task/task";
import { type ImportOptions, readSourceFile } from "./import-tasks.server";
import type { FileChoices } from "./preview/file-choices";
import type { ReadSource } from "./sources/read-source";
import { planImport } from "./store/plan-import.server";
import { type WrittenImport, writeImport } from "./store/write-import.server";
import { IMPORT_BYTES_MAX } from "./transfer";

/** What is said of a file, before it is imported and after. */
export interface FileReport
  extends Pick<
    ReadSource,
    | "source"
    | "encoding"
    | "packed"
    | "sample"
    | "losses"
    | "skipped"
    | "columns"
    | "dayFirst"
    | "separator"
  > {
  /** How many rows were rejected. */
  rejected: number;
  /** The first rejected rows, with the names of their invalid fields. */
  rows: { row: number; title: string; fields: string[] }[];
  /** The first tasks that lost something, with the names that it has in the file. */
  leftOut: ReadSource["leftOut"];
  /** What a calendar holds beside tasks, by its names, such as VEVENT. */
  others: ReadSource["others"];
}

/** What an import would do. */
export interface ImportPreview extends FileReport {
  fresh: number;
  changed: number;
  same: number;
  trashed: number;
}

/** The result of importing a file. */
export type ImportReport = FileReport & WrittenImport;

/** How a file is read, watched and cancelled. */
type FileOptions = Partial<FileChoices> & ImportOptions;

interface Means {
  db: PrismaClient;
  workers: WorkerPool;
}

/**
 * Says what an import of a file would do, and does nothing.
 *
 * @throws AppError as {@link importFile}
 */
export async function previewFile(
  { db, workers }: Means,
  actor: Actor,
  file: File,
  { signal, onProgress, ...choices }: FileOptions,
): Promise<ImportPreview> {
  const read = await readFile(workers, actor, file, choices, { signal, onProgress });
  const { fresh, changed, ...plan } = await planImport(db, actor.userId, read.source, read.keys);
  return { ...reportOf(read), ...plan, fresh: fresh.length, changed: changed.length };
}

/**
 * Imports the tasks of an uploaded file and reports every invalid row.
 *
 * @param choices with `partly` the valid rows are imported even if others are invalid; otherwise all
 *   or none
 * @throws AppError `import_unreadable`, `import_too_many`, `file_bound`, `tasks_full` (422),
 *   `payload_too_large` (413), `busy` (503)
 */
export async function importFile(
  { db, workers }: Means,
  actor: Actor,
  file: File,
  { partly, signal, onProgress, ...choices }: FileOptions & { partly: boolean },
): Promise<ImportReport> {
  const options = { signal, onProgress };
  const read = await readFile(workers, actor, file, choices, options);
  if (!partly && read.rejected > 0) return { ...reportOf(read), ...NOTHING };
  return { ...reportOf(read), ...(await writeImport(db, actor, read, file.name, options)) };
}

const NOTHING: WrittenImport = {
  ...{ importId: null, firstNumber: null },
  ...{ imported: 0, changed: 0, same: 0, trashed: 0 },
};

async function readFile(
  workers: WorkerPool,
  actor: Actor,
  file: File,
  { partly: _, ...choices }: Partial<FileChoices>,
  options: ImportOptions,
): Promise<ReadSource> {
  if (file.size > IMPORT_BYTES_MAX) {
    throw new AppError("payload_too_large", 413, { values: { max: IMPORT_BYTES_MAX } });
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { name } = file;
  const input = { name, bytes, timeZone: actor.timeZone, now: new Date(), ...choices };
  return readSourceFile(workers, actor.userId, input, options);
}

function reportOf({ tasks: _, batches, keys, faults, ...said }: ReadSource): FileReport {
  const rows = faults.map(({ row, title, errors }) => ({
    row,
    title,
    fields: [...new Set(errors.map(({ field }) => field.slice(0, 50)))],
  }));
  return { ...said, rows };
}

/** True for errors that the person may be told: of the file, of a limit, or to come again. */
export const isFileError = (error: unknown): error is AppError =>
  isAppError(error) && !["unauthorized", "csrf", "internal"].includes(error.code);
