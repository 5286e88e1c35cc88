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
 * @param delimiter between the cells; by default the one with which the header has known names only
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function readCsv(text: string, delimiter?: string): Record<string, unknown>[] {
  const own = delimiter === undefined ? delimiterOf(text) : { delimiter, from: 0 };
  try {
    const rows: Record<string, string>[] = parse(text.slice(own.from), {
      bom: true,
      delimiter: own.delimiter,
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

/**
 * The delimiter of a table that Karlo's columns are named in: spreadsheets of many countries write a
 * semicolon, and some a first line that says so.
 *
 * @returns it, a comma where none fits, and where the header begins
 */
function delimiterOf(text: string): { delimiter: string; from: number } {
  const said = /^\ufeff?sep=([,;\t|])\r?\n/i.exec(text);
  if (said?.[1]) return { delimiter: said[1], from: said[0].length };
  const header = /[^\r\n]*/.exec(text.slice(0, FILE_BOUNDS.row))?.[0] ?? "";
  const fits = (delimiter: string) =>
    header.split(delimiter).every((cell) => KNOWN.has(nameOf(cell.replace(/^\ufeff/, ""))));
  return { delimiter: DELIMITERS.find(fits) ?? ",", from: 0 };
}

const DELIMITERS = [",", ";", "\t", "|"];
const KNOWN = new Set<string>([...COLUMNS, "completed", "version", "updated_at"]);

const nameOf = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/, "$1")
    .trim()
    .toLowerCase();

function readHeader(cells: string[]): string[] {
  const { length } = cells;
  if (length > FILE_BOUNDS.columns) throw fileBound("columns", FILE_BOUNDS.columns, { length });
  const names = cells.map(nameOf);
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice === undefined) return names;
  const expected = "one column of this name";
  const errors = [{ row: 1, field: twice, expected }];
  throw new AppError("import_invalid", 422, { field: twice, values: { row: 1, expected, errors } });
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
