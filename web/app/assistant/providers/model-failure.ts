import { MaxTurnsExceededError, ModelRefusalError } from "@openai/agents";
import { APIError } from "openai";
import { AppError, isAppError } from "#app/platform/errors";

/** A provider that asks for a longer pause is taken at its word: the answer fails at once. */
const LONGEST_PAUSE_S = 20;

/** What went wrong with a model, and whether the same request may do better. */
interface ModelFailure {
  error: AppError;
  again: boolean;
  /** Pause that the provider asked for, in seconds. */
  pause?: number;
}

/**
 * Reads an error of a model, its client or the SDK: which sentence a person gets for it, and
 * whether the request may be sent again. The original stays as the cause, for the log.
 */
export function readFailure(thrown: unknown): ModelFailure {
  for (let error = thrown, depth = 0; error && depth < 4; depth += 1) {
    if (isAppError(error)) return { error, again: false };
    if (error instanceof ModelRefusalError) return fail("model_refused", thrown);
    if (error instanceof MaxTurnsExceededError) return fail("too_many_steps", thrown);
    if (error instanceof APIError && error.status) return readStatus(error.status, error);
    error = (error as { cause?: unknown }).cause;
  }
  // Cut, garbled, empty, or never connected: nothing was done yet.
  return { ...fail("model_failed", thrown), again: true };
}

function readStatus(status: number, error: APIError): ModelFailure {
  if (/context_length|context window|too many tokens|prompt is too long/i.test(reasonOf(error))) {
    return fail("conversation_too_long", error);
  }
  // Neither is a second request's to change, nor the person's: both are for whoever runs Karlo.
  if (error.code === "insufficient_quota") return fail("model_quota_used", error);
  if (status === 401 || status === 403) return fail("model_key_refused", error);
  const asked = Number(error.headers?.get("retry-after"));
  const pause = Number.isFinite(asked) && asked > 0 ? Math.ceil(asked) : undefined;
  if (status === 429 || status === 503 || status === 529) {
    const values = pause === undefined ? {} : { retryAfter: pause };
    const busy = new AppError("model_busy", 503, { cause: error, values });
    return { error: busy, again: (pause ?? 0) <= LONGEST_PAUSE_S, pause };
  }
  return { ...fail("model_failed", error), again: status >= 500 || status === 408 };
}

/** Whether a provider would not take what a request holds, where the same words may be taken. */
export function refusesInput(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; error && depth < 4; depth += 1) {
    if (error instanceof APIError) return [400, 404, 415, 422].includes(error.status ?? 0);
    if (isAppError(error) && error.code !== "model_failed") return false;
    error = (error as { cause?: unknown }).cause;
  }
  return false;
}

const reasonOf = ({ code, message }: APIError): string => `${code} ${message}`;

function fail(code: string, cause: unknown): ModelFailure {
  return { error: new AppError(code, 502, { cause }), again: false };
}
