import type { Db } from "#app/platform/database/database";

/** How long security events are kept. */
const DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * Deletes security events older than 90 days.
 *
 * @returns the number of deleted events
 */
export async function purgeSecurityEvents(db: Db, now: Date): Promise<number> {
  const at = { lte: new Date(now.getTime() - DAYS * DAY_MS) };
  return (await db.securityEvent.deleteMany({ where: { at } })).count;
}
