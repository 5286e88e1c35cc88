import { z } from "zod";
import { AppError } from "#app/platform/errors";
import { type Format, IMPORT_ROWS_MAX, type TransferTask, transferRow } from "./transfer";
import { readCalendar } from "./transfer-calendar";
import { readCsv } from "./transfer-csv";

/** What is wrong with a row; the first task is row 1. */
interface RowError {
  row: number;
  field: string;
  expected: string;
}

/** The rows of a file: what fits as tasks, and what is wrong with each that does not. */
export interface ReadImport {
  tasks: TransferTask[];
  refused: { row: number; title: string; errors: RowError[] }[];
}

/**
 * Reads the text of a file, row by row.
 *
 * @param timeZone where a moment without an offset is taken
 * @throws AppError `import_unreadable`, `import_too_many` (422)
 */
export function readImport(
  format: Format,
  text: string,
  timeZone: string,
  now = new Date(),
): ReadImport {
  const rows = readRows(format, text, timeZone);
  if (rows.length > IMPORT_ROWS_MAX) {
    throw new AppError("import_too_many", 422, { values: { max: IMPORT_ROWS_MAX } });
  }
  const schema = transferRow(timeZone, now);
  const read: ReadImport = { tasks: [], refused: [] };
  for (const [index, value] of rows.entries()) {
    const parsed = schema.safeParse(value);
    const row = index + 1;
    if (parsed.success) read.tasks.push(parsed.data);
    else {
      const errors = parsed.error.issues.map((issue) => rowError(row, issue));
      read.refused.push({ row, title: titleOf(value), errors });
    }
  }
  return read;
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

function titleOf(value: unknown): string {
  const title = (value as { title?: unknown } | null)?.title;
  return typeof title === "string" ? title.trim().slice(0, 100) : "";
}

function rowError(row: number, issue: z.core.$ZodIssue): RowError {
  if (issue.code === "unrecognized_keys") {
    return { row, field: issue.keys[0] ?? "", expected: "no member of this name" };
  }
  return { row, field: issue.path.join("."), expected: issue.message };
}
