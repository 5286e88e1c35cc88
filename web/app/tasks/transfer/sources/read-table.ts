import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "#app/platform/errors";
import { FILE_BOUNDS, fileBound, IMPORT_ROWS_MAX } from "../transfer";

/** Characters that part the cells of a row. */
const SEPARATORS = [",", ";", "\t", "|"] as const;
/** How much of a file tells its separator. */
const SAMPLE = 20_000;
/** Rows that may stand before the header, as TickTick has them. */
const PREAMBLE = 12;
/** More rows than an import has tasks: some are sections and comments. */
const ROWS_MAX = IMPORT_ROWS_MAX * 3;

/** A table: the names of its columns, and its rows by those names. */
export interface Table {
  names: string[];
  rows: Record<string, string>[];
  separator: string;
}

/**
 * Reads a table of cells with a header.
 *
 * @param isHeader finds the header; the first row by default
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function readTable(
  text: string,
  isHeader: (cells: string[]) => boolean = () => true,
): Table {
  const separator = separatorOf(text);
  const rows = parseRows(text, separator, ROWS_MAX + PREAMBLE);
  const at = rows.slice(0, PREAMBLE).findIndex(isHeader);
  const header = rows[at];
  if (!header) throw unreadable();
  if (header.length > FILE_BOUNDS.columns)
    throw fileBound("columns", FILE_BOUNDS.columns, { length: header.length });
  const names = named(header);
  return {
    names,
    separator,
    rows: rows
      .slice(at + 1)
      .map((cells) => Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ""]))),
  };
}

/** The first rows of a text, to tell by them what it is; none for what is no table. */
export function firstRows(text: string): string[][] {
  try {
    const head = text.slice(0, SAMPLE);
    // The last row of a part may be cut within a cell.
    const whole = head.length < text.length ? head.slice(0, head.lastIndexOf("\n") + 1) : head;
    return parseRows(whole, separatorOf(text), PREAMBLE);
  } catch {
    return [];
  }
}

function parseRows(text: string, delimiter: string, to: number): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: FILE_BOUNDS.row,
      to,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    if (cause.code === "CSV_MAX_RECORD_SIZE")
      throw fileBound("row", FILE_BOUNDS.row, { row: Number(cause.lines) || undefined });
    throw unreadable(cause);
  }
}

const unreadable = (cause?: unknown) =>
  new AppError("import_unreadable", 422, { cause, values: { expected: "CSV" } });

/** The separator that most of the first lines agree on, outside of quotes. */
export function separatorOf(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    .replace(/"[^"]*"/g, "")
    .split(/\r?\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 30);
  const scored = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const [usual, agreeing] = mostCommon(counts.filter((count) => count > 0));
    return { separator, score: agreeing * Math.min(usual, 20) };
  });
  const [best] = scored.sort((one, two) => two.score - one.score);
  return best && best.score > 0 ? best.separator : ",";
}

function mostCommon(counts: number[]): [count: number, times: number] {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort((one, two) => two[1] - one[1])[0] ?? [0, 0];
}

/** The names of columns, each once. */
function named(header: string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((cell, column) => {
    const name = cell.trim().slice(0, 100) || `#${column + 1}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}
