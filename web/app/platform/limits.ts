import type { ErrorCode } from "#app/i18n/errors";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";

/** A rate limit: attempts per fixed window. */
export interface Limit {
  /** Identifies the counter; must not hold an address or a name in plain text unless needed. */
  key: string;
  max: number;
  /** Length of the window, which starts with its first attempt. */
  seconds: number;
  /** Error code; `too_many_attempts` by default. */
  code?: ErrorCode;
}

/**
 * SQL for the seconds until a window ends, at least one. Uses clock_timestamp(): now() is the start
 * of the transaction, which for one that waited for the row lock may precede the window.
 */
export const SECONDS_LEFT = Prisma.sql`
  greatest(1, ceil(extract(epoch FROM ends_at - clock_timestamp())))::integer`;

/**
 * Counts an attempt against each limit before it is made, so that concurrent attempts cannot exceed
 * a limit. A refused attempt does not extend the window.
 *
 * @throws AppError `too_many_attempts`, or the limit's own code (429), with `retryAfter` in seconds
 */
export async function takeAttempt(db: Db, limits: Limit[]): Promise<void> {
  for (const { key, max, seconds, code = "too_many_attempts" } of limits) {
    const [row] = await query<{ count: number; retryAfter: number }>(
      db,
      Prisma.sql`
      INSERT INTO attempt AS a (key, count, ends_at)
      VALUES (${key}, 1, now() + make_interval(secs => ${seconds}))
      ON CONFLICT (key) DO UPDATE SET
        count = CASE WHEN a.ends_at <= now() THEN 1 ELSE LEAST(a.count, ${max}) + 1 END,
        ends_at = CASE WHEN a.ends_at <= now() THEN excluded.ends_at ELSE a.ends_at END
      RETURNING count, ${SECONDS_LEFT} AS "retryAfter"`,
      "take attempt",
    );
    const { count = 1, retryAfter = seconds } = row ?? {};
    if (count === 1) await deleteExpired(db);
    if (count > max) throw new AppError(code, 429, { values: { retryAfter } });
  }
}

/** Uncounts an attempt that succeeded, for limits that count failures only. */
export async function releaseAttempt(db: Db, limits: Limit[]): Promise<void> {
  const keys = limits.map(({ key }) => key);
  await db.attempt.updateMany({
    where: { key: { in: keys }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Adds an amount to a limit's count without enforcing the limit. */
export async function addUsage(
  db: Db,
  { key, seconds }: Pick<Limit, "key" | "seconds">,
  amount: number,
): Promise<void> {
  // The sum is capped at the largest integer of the column.
  await query(
    db,
    Prisma.sql`
    INSERT INTO attempt AS a (key, count, ends_at)
    VALUES (${key}, ${amount}, now() + make_interval(secs => ${seconds}))
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN a.ends_at <= now() THEN excluded.count
        ELSE LEAST(a.count::bigint + excluded.count, 2147483647) END,
      ends_at = CASE WHEN a.ends_at <= now() THEN excluded.ends_at ELSE a.ends_at END`,
  );
}

/** Resets the counter of a key. */
export async function resetAttempts(db: Db, key: string): Promise<void> {
  await db.attempt.deleteMany({ where: { key } });
}

/** Deletes a few expired windows; the number is bounded to keep the caller's latency low. */
async function deleteExpired(db: Db): Promise<void> {
  await query(
    db,
    Prisma.sql`
    DELETE FROM attempt WHERE key IN (
      SELECT key FROM attempt WHERE ends_at < now() ORDER BY ends_at LIMIT 20
      FOR UPDATE SKIP LOCKED)`,
  );
}
