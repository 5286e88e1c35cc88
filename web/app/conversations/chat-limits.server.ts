import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import { takeAttempt } from "#app/platform/limits";

/** The part of the configuration that limits what one person may ask of the assistant. */
export type ChatLimits = Pick<Config, "MESSAGES_PER_MINUTE" | "RUNS_AT_ONCE" | "TOKENS_PER_DAY">;

/** A run ends sooner than it is worth asking again. */
const RUN_PAUSE_S = 5;

/**
 * Counts a message, before anything is kept of it. The count also holds back the person's other
 * messages until this one is kept, so that none slips past.
 *
 * @throws AppError `rate_limited` (429) with `retryAfter`
 */
export async function countMessage(tx: Db, limits: ChatLimits, userId: string): Promise<void> {
  const perMinute = { max: limits.MESSAGES_PER_MINUTE, seconds: 60, code: "rate_limited" };
  await takeAttempt(tx, [{ key: `messages:${userId}`, ...perMinute }]);
}

/** What a person uses of the assistant. */
export interface Use {
  /** Runs that work or wait for their turn. */
  running: number;
  /** For so many seconds more the tokens of their day are spent; null where some are left. */
  spentFor: number | null;
}

/**
 * Refuses a message of a person who uses all that they may.
 *
 * @param model whether it is paid for by the token
 * @throws AppError `too_many_runs`, `daily_limit` (429) with `retryAfter`
 */
export function checkUse(
  { running, spentFor }: Use,
  limits: ChatLimits,
  { metered }: { metered: boolean },
): void {
  if (metered && spentFor !== null) {
    throw new AppError("daily_limit", 429, { values: { retryAfter: spentFor } });
  }
  if (running >= limits.RUNS_AT_ONCE) {
    throw new AppError("too_many_runs", 429, { values: { retryAfter: RUN_PAUSE_S } });
  }
}

/** The window in which a person's tokens are counted: a day, from the first of them. */
export function tokenWindow(userId: string) {
  return { key: `tokens:${userId}`, seconds: 86_400 };
}
