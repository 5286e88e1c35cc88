import { parentPort } from "node:worker_threads";
import { isAppError } from "../errors";
import { type JobError, type JobReply, type JobRequest, LOADED } from "./messages";

/** A job: takes what can be cloned between threads, and gives the same. */
export type JobHandler = (input: never, report: (value: unknown) => void) => unknown;

/**
 * Answers the pool's requests in a worker thread, one at a time, by the handler of each job's name.
 */
export function serveJobs(handlers: Readonly<Record<string, JobHandler>>): void {
  const port = parentPort;
  if (!port) throw new Error("Jobs are served in a worker thread.");
  const reply = (message: JobReply) => port.postMessage(message);
  port.on("message", async ({ id, job, input }: JobRequest) => {
    try {
      const handler = handlers[job];
      if (!handler) throw new Error(`There is no job ${job}.`);
      const result = await handler(input as never, (report) => reply({ id, report }));
      reply({ id, result });
    } catch (error) {
      reply({ id, error: toJobError(error) });
    }
  });
  reply({ id: LOADED, report: null });
}

function toJobError(error: unknown): JobError {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  if (!isAppError(error)) return { message, stack };
  const { code, status, field, values } = error;
  return { message, app: { code, status, field, values } };
}
