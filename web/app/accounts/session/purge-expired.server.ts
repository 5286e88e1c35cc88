import type { Db } from "#app/platform/database/database";

const DAY_MS = 86_400_000;

/**
 * Deletes expired sessions and verifications, and rate limit counters unused for a day.
 *
 * @returns the number of deleted rows
 */
export async function purgeExpired(db: Db, now: Date): Promise<number> {
  const expired = { where: { expiresAt: { lte: now } } };
  const sessions = await db.session.deleteMany(expired);
  const verifications = await db.verification.deleteMany(expired);
  const lastRequest = { lte: now.getTime() - DAY_MS };
  const limits = await db.rateLimit.deleteMany({ where: { lastRequest } });
  return sessions.count + verifications.count + limits.count;
}
