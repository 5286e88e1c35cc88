import { readUnicode } from "./file-encoding";
import { gatherRows, type ReadImport, type RowContext } from "./gather-rows";
import type { Format } from "./transfer";
import { readCalendar } from "./transfer-calendar";
import { readCsv } from "./transfer-csv";
import { readTransferJson } from "./transfer-json";

/** A file to read, in a format that its sender names. */
export interface ImportInput extends RowContext {
  format: Format;
  bytes: Uint8Array;
}

/**
 * Parses and validates a file, row by row. Runs in a worker thread: the text may be anything.
 *
 * @param report called with the rows that were read, now and then
 * @throws AppError `import_unreadable`, `import_too_many`, `file_bound` (422)
 */
export function readImport(
  { format, bytes, timeZone, now }: ImportInput,
  report: (rows: number) => void = () => {},
): ReadImport {
  const rows = gatherRows({ timeZone, now }, report);
  const others = new Map<string, number>();
  for (const { value, leftOut } of readRows({ format, bytes, timeZone }, others))
    rows.add(value, leftOut);
  return rows.end(others);
}

function* readRows(
  { format, bytes, timeZone }: Omit<ImportInput, "now">,
  others: Map<string, number>,
): Generator<{ value: unknown; leftOut: string[] }> {
  if (format === "ics") return yield* readCalendar(readUnicode(bytes), timeZone, others);
  const rows = format === "json" ? readTransferJson(bytes) : readCsv(readUnicode(bytes));
  for (const value of rows) yield { value, leftOut: [] };
}
