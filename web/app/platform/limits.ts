import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";

/** How often something may be tried within a window. */
export interface Limit {
  /** What is counted; holds no address or name in the clear where that is not needed. */
  key: string;
  max: number;
  /** Length of the window, which begins with the first attempt in it. */
  seconds: number;
  /** Of the error; `too_many_attempts` without one. */
  code?: string;
}

/**
 * SQL for the seconds until a window is over, at least one. By the clock: a transaction that waited
 * for its turn began, as now() has it, before the window of the first did.
 */
export const SECONDS_LEFT = Prisma.sql`
  greatest(1, ceil(extract(epoch FROM ends_at - clock_timestamp())))::integer`;

/**
 * Counts an attempt against each limit in turn, before it is made: a thousand at once are counted
 * one by one. An attempt that is refused does not lengthen the window.
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
    if (count === 1) await sweep(db);
    if (count > max) throw new AppError(code, 429, { values: { retryAfter } });
  }
}

/** Takes back an attempt that turned out to be right: only failures stay counted. */
export async function giveBackAttempt(db: Db, limits: Limit[]): Promise<void> {
  const keys = limits.map(({ key }) => key);
  await db.attempt.updateMany({
    where: { key: { in: keys }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Adds what was used to a limit's count, whether it is reached or not. */
export async function addUse(
  db: Db,
  { key, seconds }: Pick<Limit, "key" | "seconds">,
  amount: number,
): Promise<void> {
  // The count ends where an integer does.
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

/** Forgets all that was counted for a key. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.attempt.deleteMany({ where: { key } });
}

/** Removes some windows that are over; no more than a few, so that nobody waits for it. */
async function sweep(db: Db): Promise<void> {
  await query(
    db,
    Prisma.sql`
    DELETE FROM attempt WHERE key IN (
      SELECT key FROM attempt WHERE ends_at < now() ORDER BY ends_at LIMIT 20
      FOR UPDATE SKIP LOCKED)`,
  );
}
