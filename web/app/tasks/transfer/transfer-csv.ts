import { CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { AppError } from "#app/platform/errors";
import { FILE_BOUNDS, fileBound, IMPORT_ROWS_MAX, type TransferTask } from "./transfer";

const COLUMNS = [
  "id",
  "parent_id",
  "title",
  "description",
  "priority",
  "category",
  "labels",
  "position",
  "due_at",
  "duration_minutes",
  "recurrence",
  "recurrence_from",
  "recurrence_except",
  "time_zone",
  "reminders",
  "completed_at",
  "created_at",
] as const satisfies (keyof TransferTask)[];

// A spreadsheet evaluates a cell that starts like this as a formula. A leading apostrophe marks it as
// text; existing leading apostrophes get one more, so that the escape is reversible.
// Source: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const ESCAPED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The header of a CSV; the byte order mark makes spreadsheets read it as UTF-8. */
export const csvHeader = (): string =>
  stringify([[...COLUMNS]], { bom: true, record_delimiter: "\r\n" });

/** Writes tasks as the rows of a CSV (RFC 4180), safe to open in a spreadsheet. */
export function writeCsv(tasks: TransferTask[]): string {
  const rows = tasks.map((task) => COLUMNS.map((name) => writeCell(task[name], name)));
  return stringify(rows, { record_delimiter: "\r\n" });
}

/**
 * Reads the rows of a CSV with a header, not validated yet. Empty cells are omitted. Ends after one
 * row more than an import may have.
 *
 * @param delimiter between the cells; a comma by default
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function readCsv(text: string, delimiter = ","): Record<string, unknown>[] {
  try {
    const rows: Record<string, string>[] = parse(text, {
      bom: true,
      delimiter,
      columns: readHeader,
      skip_empty_lines: true,
      max_record_size: FILE_BOUNDS.row,
      to: IMPORT_ROWS_MAX + 1,
    });
    return rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([, cell]) => cell !== "")
          .map(([name, cell]) => [name, parseCell(name, unescapeFormula(cell))]),
      ),
    );
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    if (cause.code === "CSV_MAX_RECORD_SIZE")
      throw fileBound("row", FILE_BOUNDS.row, { row: Number(cause.lines) || undefined });
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "CSV" } });
  }
}

function readHeader(names: string[]): string[] {
  const { length } = names;
  if (length > FILE_BOUNDS.columns) throw fileBound("columns", FILE_BOUNDS.columns, { length });
  return names.map((name) => name.trim().toLowerCase());
}

/** A number cannot be a formula; a list of days has one beside another, that of reminders is JSON. */
function writeCell(value: TransferTask[(typeof COLUMNS)[number]], name: string): string {
  if (typeof value === "number") return String(value);
  if (name === "reminders") return value === null ? "" : JSON.stringify(value);
  const cell = Array.isArray(value)
    ? value.join(name === "labels" ? ", " : " ")
    : String(value ?? "");
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unescapeFormula(cell: string): string {
  return ESCAPED.test(cell) ? cell.slice(1) : cell;
}

function parseCell(name: string, cell: string): unknown {
  if (name === "completed" && /^(true|false)$/i.test(cell)) return /^true$/i.test(cell);
  if (name === "duration_minutes" && /^\d{1,6}$/.test(cell)) return Number(cell);
  if (name === "reminders") return parseList(cell);
  if (name === "labels") return cell.split(/[,;،]/).filter((label) => label.trim() !== "");
  return name === "recurrence_except" ? cell.trim().split(/[\s,;]+/) : cell;
}

/** The value of a cell of JSON; the cell itself, which is then refused, where it is none. */
function parseList(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
