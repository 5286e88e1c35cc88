import type { Db } from "#app/platform/database/database";
import { TRASH_DAYS } from "./list-trash.server";

const DAY_MS = 86_400_000;

/**
 * Permanently removes the tasks of all users that have been in the trash for {@link TRASH_DAYS} days,
 * with their history.
 *
 * @returns how many tasks
 */
export function purgeTrash(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - TRASH_DAYS * DAY_MS);
  return db.$executeRaw`
    WITH purged AS (
      DELETE FROM task WHERE deleted_at <= ${before} RETURNING user_id, number
    ), purged_changes AS (
      DELETE FROM task_change USING purged
      WHERE task_change.user_id = purged.user_id AND task_change.task_number = purged.number
    )
    SELECT FROM purged`;
}
