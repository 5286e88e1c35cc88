import type { Db } from "#app/platform/database";
import { TRASH_DAYS } from "./list-trash.server";

const DAY_MS = 86_400_000;

/**
 * Removes for ever, with their history, the tasks of everybody that have been in the trash for
 * {@link TRASH_DAYS} days. Gives how many.
 */
export function purgeTrash(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - TRASH_DAYS * DAY_MS);
  return db.$executeRaw`
    WITH gone AS (
      DELETE FROM task WHERE deleted_at <= ${before} RETURNING user_id, number
    ), forgotten AS (
      DELETE FROM task_change USING gone
      WHERE task_change.user_id = gone.user_id AND task_change.task_number = gone.number
    )
    SELECT FROM gone`;
}
