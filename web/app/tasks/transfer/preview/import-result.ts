import type { ImportReport } from "../import-file.server";
import type { UndoneImport } from "../store/undo-import.server";

/** The result of a form of the page; `problem` is null when no file was chosen. */
export type ImportResult =
  | { report: ImportReport }
  | { undone: UndoneImport }
  | { problem: string | null };
