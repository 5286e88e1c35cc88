import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";

const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Switches off a feed of a person: its address leads nowhere from now on.
 *
 * @throws AppError `feed_not_found` (404)
 */
export async function revokeFeed(db: Db, userId: string, id: string): Promise<void> {
  const { count } = ID.test(id)
    ? await db.calendarFeed.deleteMany({ where: { id, userId } })
    : { count: 0 };
  if (count === 0) throw new AppError("feed_not_found", 404);
}
