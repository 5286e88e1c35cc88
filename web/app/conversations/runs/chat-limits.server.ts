import type { Db } from "#app/platform/database/database";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";

/** The part of the configuration that limits one person's use of the assistant. */
export type ChatLimits = Pick<Config, "MESSAGES_PER_MINUTE" | "RUNS_AT_ONCE" | "TOKENS_PER_DAY">;

/** `Retry-After` of a person with too many runs; most runs take less. */
const RUNS_RETRY_SECONDS = 5;

/**
 * Counts a message against the person's rate limit, before anything else of it is written. The row
 * lock of the counter also serializes the person's messages until the transaction commits, so that
 * concurrent ones cannot pass the other limits together.
 *
 * @throws AppError `rate_limited` (429) with `retryAfter` in seconds
 */
export async function countMessage(tx: Db, limits: ChatLimits, userId: string): Promise<void> {
  const perMinute = { max: limits.MESSAGES_PER_MINUTE, seconds: 60, code: "rate_limited" } as const;
  await takeAttempt(tx, [{ key: `messages:${userId}`, ...perMinute }]);
}

/** A person's current use of the assistant. */
export interface AssistantUsage {
  /** Number of runs that are running or queued. */
  running: number;
  /** Seconds until the daily token limit resets; null while it is not reached. */
  tokensResetIn: number | null;
}

/**
 * Refuses a message of a person who has reached a limit.
 *
 * @param model `metered` is true for a model whose tokens are limited per day
 * @throws AppError `too_many_runs`, `daily_limit` (429) with `retryAfter` in seconds
 */
export function assertWithinLimits(
  { running, tokensResetIn }: AssistantUsage,
  limits: ChatLimits,
  { metered }: { metered: boolean },
): void {
  if (metered && tokensResetIn !== null) {
    throw new AppError("daily_limit", 429, { values: { retryAfter: tokensResetIn } });
  }
  if (running >= limits.RUNS_AT_ONCE) {
    throw new AppError("too_many_runs", 429, { values: { retryAfter: RUNS_RETRY_SECONDS } });
  }
}

/** The window of a person's daily token limit: 24 hours from the first token counted in it. */
export function tokenWindow(userId: string) {
  return { key: `tokens:${userId}`, seconds: 86_400 };
}
