import { MaxTurnsExceededError, ModelRefusalError } from "@openai/agents";
import { APIError } from "openai";
import type { ErrorCode } from "#app/i18n/errors";
import { AppError, isAppError } from "#app/platform/errors";

/** A longer `Retry-After`, in seconds, fails the answer at once: nobody waits that long. */
const RETRY_AFTER_MAX_S = 20;

/** How deep in a chain of causes an error is looked for. */
const CAUSES_MAX = 4;

/** A failed request to a model. */
interface ModelFailure {
  /** The error to report to the person; the original is its cause, for the log. */
  error: AppError;
  /** Whether the same request may succeed when it is sent again. */
  retryable: boolean;
  /** The provider's `Retry-After`, in seconds. */
  retryAfter?: number;
}

/** Classifies an error thrown by a model, its client or the SDK. */
export function classifyFailure(thrown: unknown): ModelFailure {
  for (const error of causesOf(thrown)) {
    if (isAppError(error)) return { error, retryable: false };
    if (error instanceof ModelRefusalError) return permanent("model_refused", thrown);
    if (error instanceof MaxTurnsExceededError) return permanent("too_many_steps", thrown);
    if (error instanceof APIError && error.status) return classifyStatus(error.status, error);
  }
  // Truncated, malformed, empty, or never connected: no tool has run yet.
  return { ...permanent("model_failed", thrown), retryable: true };
}

/** What servers say of a model that they do not have, and of one that calls no tools. */
const NO_MODEL =
  /\b(?:unknown|invalid|no such|unsupported|not a valid) model\b|\bmodel\b.{0,120}\b(?:not found|not exist|not available|no longer available|decommissioned|not a valid)/i;
const NO_TOOLS =
  /not support (?:\w+ )?(?:tool|function)|(?:tools?|tool use|function calling|tool choice) (?:is|are) not supported|support tool use|--enable-auto-tool-choice/i;

/** What whoever runs Karlo can do about a failure, in the words of its log. */
export const operatorHints: Partial<Record<ErrorCode, string>> = {
  model_key_refused: "the model's provider refused the key: set another one",
  model_quota_used: "the quota at the model's provider is used up",
  model_not_found: "the model's provider has no such model: check MODEL_NAME and MODEL_BASE_URL",
  model_without_tools: "the model cannot call tools: set MODEL_NAME to one that can",
};

function classifyStatus(status: number, error: APIError): ModelFailure {
  const reason = `${error.code} ${error.message}`;
  if (/context_length|context window|too many tokens|prompt is too long/i.test(reason)) {
    return permanent("conversation_too_long", error);
  }
  // Only the operator can fix what follows.
  if (!/image|vision|multimodal/i.test(reason)) {
    if (NO_TOOLS.test(reason)) return permanent("model_without_tools", error);
    if (status === 404 || error.code === "model_not_found" || NO_MODEL.test(reason))
      return permanent("model_not_found", error);
  }
  if (error.code === "insufficient_quota") return permanent("model_quota_used", error);
  if (status === 401 || status === 403) return permanent("model_key_refused", error);
  const header = Number(error.headers?.get("retry-after"));
  const retryAfter = Number.isFinite(header) && header > 0 ? Math.ceil(header) : undefined;
  if (status === 429 || status === 503 || status === 529) {
    const values = retryAfter === undefined ? {} : { retryAfter };
    const busy = new AppError("model_busy", 503, { cause: error, values });
    return { error: busy, retryable: (retryAfter ?? 0) <= RETRY_AFTER_MAX_S, retryAfter };
  }
  return { ...permanent("model_failed", error), retryable: status >= 500 || status === 408 };
}

/** Codes of requests that the provider rejected, for whatever reason it gave. */
const REJECTIONS: ReadonlySet<ErrorCode> = new Set(["model_failed", "model_not_found"]);

/** Whether a provider rejected the content of a request, which without images may be accepted. */
export function isInputRejected(thrown: unknown): boolean {
  for (const error of causesOf(thrown)) {
    if (error instanceof APIError) return [400, 404, 415, 422].includes(error.status ?? 0);
    if (isAppError(error) && !REJECTIONS.has(error.code)) return false;
  }
  return false;
}

function* causesOf(thrown: unknown): Generator<unknown> {
  for (let error = thrown, depth = 0; error && depth < CAUSES_MAX; depth += 1) {
    yield error;
    error = (error as { cause?: unknown }).cause;
  }
}

function permanent(code: ErrorCode, cause: unknown): ModelFailure {
  return { error: new AppError(code, 502, { cause }), retryable: false };
}
