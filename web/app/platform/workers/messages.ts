/** What the pool sends to a worker: one job at a time. */
export interface JobRequest {
  id: number;
  job: string;
  input: unknown;
}

/** The id of the report that a worker sends once it has loaded its jobs; no request has it. */
export const LOADED = 0;

/** An error as it crosses the thread boundary; `app` where it is meant for a caller. */
export interface JobError {
  message: string;
  stack?: string;
  app?: { code: string; status: number; field?: string; values: Record<string, unknown> };
}

/** What a worker sends back: any number of reports, then a result or an error. */
export type JobReply = { id: number } & (
  | { report: unknown }
  | { result: unknown }
  | { error: JobError }
);
