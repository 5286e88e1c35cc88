import type { Db } from "#app/platform/database";
import { AppError, isAppError } from "#app/platform/errors";
import { insertTasks } from "./import-tasks.server";
import { readImport } from "./read-import.server";
import type { Actor } from "./task";
import { FORMATS, type Format, IMPORT_BYTES_MAX, MEDIA_TYPES } from "./transfer";

/** So many refused rows are named; the rest are counted. */
const SHOWN = 50;

/** What became of a file, row by row. */
export interface ImportReport {
  /** How many tasks were added, and the first of their numbers. */
  taken: number;
  first: number | null;
  /** How many rows were not. */
  refused: number;
  rows: { row: number; title: string; fields: string[] }[];
}

/**
 * Adds the tasks of a file that a person chose, and reports on every row that does not fit.
 *
 * @param partly takes the rows that fit even when others do not; otherwise all or none
 * @throws AppError `import_unreadable`, `import_too_many` (422), `payload_too_large` (413)
 */
export async function importFile(
  db: Db,
  actor: Actor,
  file: File,
  partly: boolean,
): Promise<ImportReport> {
  if (file.size > IMPORT_BYTES_MAX) {
    throw new AppError("payload_too_large", 413, { values: { max: IMPORT_BYTES_MAX } });
  }
  const text = await file.text();
  const { tasks, refused } = readImport(formatOf(file, text), text, actor.timeZone);
  const fitting = partly || refused.length === 0 ? tasks : [];
  return {
    taken: fitting.length,
    first: await insertTasks(db, actor, fitting),
    refused: refused.length,
    rows: refused.slice(0, SHOWN).map(({ row, title, errors }) => ({
      row,
      title,
      fields: [...new Set(errors.map(({ field }) => field.slice(0, 50)))],
    })),
  };
}

/** By its name, by what the browser says of it, or by how it begins. */
function formatOf({ name, type }: File, text: string): Format {
  const ending = name.toLowerCase().split(".").at(-1);
  const named = FORMATS.find((format) => format === ending || type === MEDIA_TYPES[format]);
  if (named) return named;
  if (/^\s*BEGIN:VCALENDAR/i.test(text)) return "ics";
  return /^\s*[{[]/.test(text) ? "json" : "csv";
}

/** True of the errors that a file, and nothing else, is the cause of. */
export const isFileError = (error: unknown): error is AppError =>
  isAppError(error) && (error.code.startsWith("import_") || error.code === "payload_too_large");
