import { AppError } from "#app/platform/errors";
import { JobTooLarge, type WorkerPool } from "#app/platform/workers/worker-pool";
import type { BuiltinRequest, BuiltinResponse } from "./builtin/answer-request";
import { hasOutcomes } from "./builtin/request";

/** The name of the job that makes a response of the built-in model. */
export const ANSWER_JOB = "answer_request";

/** Processor time that the built-in model may use for one message, in milliseconds. */
const MESSAGE_MS = 2_000;

/**
 * Makes the responses to one message in worker threads: what a message takes to understand can grow
 * much faster than its length.
 *
 * @param userId one response of a person is made at a time
 * @returns what throws AppError `message_too_complex` once the message has used up its processor
 *   time or memory, and `busy` when the queue of the pool is full
 */
export function answerInWorker(
  workers: WorkerPool,
  userId: string,
): (request: BuiltinRequest, signal?: AbortSignal) => Promise<BuiltinResponse> {
  let left = MESSAGE_MS;
  return async (request, signal) => {
    if (left <= 0) throw tooComplex(request);
    try {
      const options = { key: userId, deadlineMs: left, signal };
      const response = await workers.run<BuiltinResponse>(ANSWER_JOB, request, options);
      left -= response.processorMs;
      return response;
    } catch (error) {
      throw error instanceof JobTooLarge ? tooComplex(request, error) : error;
    }
  };
}

function tooComplex({ input }: BuiltinRequest, cause?: unknown): AppError {
  return new AppError("message_too_complex", 422, { cause, values: { begun: hasOutcomes(input) } });
}

/** Starts a worker thread and lets it load the model, so that nobody's first message waits for it. */
export async function warmUp(workers: WorkerPool): Promise<void> {
  const request: BuiltinRequest = {
    input: [{ role: "user", content: "add milk tomorrow" }],
    handoffs: [],
    now: Date.now(),
    timeZone: "UTC",
  };
  await workers.run(ANSWER_JOB, request, { key: "warm-up", deadlineMs: MESSAGE_MS * 10 });
}
