import type { Db } from "#app/platform/database/database";
import { SYNC_DAYS } from "./sync-token";

const DAY_MS = 86_400_000;

/**
 * Forgets the numbers of tasks that were deleted for good longer ago than a sync token lasts.
 *
 * @returns how many
 */
export function purgeTombstones(db: Db, now: Date): Promise<number> {
  // A day more than a token lasts, for one that is being used.
  const before = new Date(now.getTime() - (SYNC_DAYS + 1) * DAY_MS);
  return db.$executeRaw`DELETE FROM task_tombstone WHERE deleted_at <= ${before}`;
}
