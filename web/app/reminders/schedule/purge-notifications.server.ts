import type { Db } from "#app/platform/database/database";

/** How long a person finds what rang. */
const DAYS = 60;
const DAY_MS = 86_400_000;

/**
 * Deletes notifications older than 60 days, with their deliveries.
 *
 * @returns the number of deleted notifications
 */
export async function purgeNotifications(db: Db, now: Date): Promise<number> {
  const at = { lte: new Date(now.getTime() - DAYS * DAY_MS) };
  return (await db.notification.deleteMany({ where: { at } })).count;
}
