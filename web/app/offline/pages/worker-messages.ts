/** What a page tells the service worker. */
export type WorkerMessage =
  /** A new version may begin its work. */
  | { type: "take-over" }
  /** This page was loaded before the worker was there: keep it, with the files that it uses. */
  | { type: "keep"; page: string; files: string[] };
