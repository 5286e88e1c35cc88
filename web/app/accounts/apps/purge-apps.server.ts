import type { Db } from "#app/platform/database/database";

const DAY_MS = 24 * 3_600_000;
/** A token that ended is shown as such for this long. */
const SHOWN_MS = 90 * DAY_MS;

/**
 * Deletes tokens that ended, and clients that nobody has connected within a day.
 *
 * @returns the number of deleted rows
 */
export async function purgeApps(db: Db, now: Date): Promise<number> {
  const expired = { where: { expiresAt: { lte: now } } };
  const before = (ms: number) => new Date(now.getTime() - ms);
  const access = await db.oauthAccessToken.deleteMany(expired);
  const refresh = await db.oauthRefreshToken.deleteMany(expired);
  const assertions = await db.oauthClientAssertion.deleteMany(expired);
  const personal = await db.personalToken.deleteMany({
    where: { expiresAt: { lte: before(SHOWN_MS) } },
  });
  const clients = await db.oauthClient.deleteMany({
    where: { updatedAt: { lte: before(DAY_MS) }, consents: { none: {} } },
  });
  return access.count + refresh.count + assertions.count + personal.count + clients.count;
}
