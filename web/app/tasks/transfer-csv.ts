import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { AppError } from "#app/platform/errors";
import type { TransferTask } from "./transfer";

const COLUMNS = [
  "title",
  "description",
  "priority",
  "category",
  "due_at",
  "recurrence",
  "completed_at",
  "created_at",
] as const satisfies (keyof TransferTask)[];

// A spreadsheet takes a cell that begins so for a formula. An apostrophe before it says that it is
// text; one more goes before apostrophes that stand there already, so that it can be undone.
// Source: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** Tasks as CSV (RFC 4180) with a line of names, safe to open in a spreadsheet. */
export function writeCsv(tasks: TransferTask[]): string {
  const rows = tasks.map((task) => COLUMNS.map((name) => guard(task[name] ?? "")));
  // The mark makes spreadsheets read it as UTF-8.
  return stringify([[...COLUMNS], ...rows], { bom: true, record_delimiter: "\r\n" });
}

/**
 * The rows of a CSV whose first line names the columns. Empty cells are left out.
 *
 * @throws AppError `import_unreadable` (422)
 */
export function readCsv(text: string): Record<string, unknown>[] {
  try {
    const rows: Record<string, string>[] = parse(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
      skip_empty_lines: true,
    });
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, cell]) => cell !== "")
          .map(([name, cell]) => [name, typed(name, unguard(cell))]),
      ),
    );
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "CSV" } });
  }
}

function guard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function typed(name: string, cell: string): unknown {
  return name === "completed" && /^(true|false)$/i.test(cell) ? /^true$/i.test(cell) : cell;
}
