/** What a page hears while its file is read and imported. */
export type ImportEvent<Result> =
  | { phase: "read" | "written"; tasks: number }
  | { result: Result }
  | { problem: string };
