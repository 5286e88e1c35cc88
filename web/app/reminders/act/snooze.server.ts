import type { SnoozeTime } from "#app/i18n/reminder-texts";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";

const MINUTES = { "10m": 10, "1h": 60 };

/**
 * Puts tasks of a person off: those that are open ring again after some time, or the next morning.
 * Putting off again replaces the time before.
 *
 * @param from when the person said so: they may have had no connection. It rings now if that is over.
 */
export async function snoozeTasks(
  db: Db,
  userId: string,
  numbers: number[],
  time: SnoozeTime,
  from = new Date(),
): Promise<void> {
  const at =
    time === "morning"
      ? // Of the next day, also when this morning is still to come.
        Prisma.sql`(date_trunc('day', ${from}::timestamptz AT TIME ZONE known_zone("user".time_zone))
          + make_interval(days => 1, mins => COALESCE(morning, 480)))
          AT TIME ZONE known_zone("user".time_zone)`
      : Prisma.sql`${from}::timestamptz + make_interval(mins => ${MINUTES[time]}::integer)`;
  await query(
    db,
    Prisma.sql`
    WITH replaced AS (
      DELETE FROM reminder WHERE user_id = ${userId} AND snoozed
        AND task_number = ANY (${numbers}::integer[])
    ), added AS (
      INSERT INTO reminder (user_id, task_number, planned_at, rings_at, snoozed)
      SELECT task.user_id, number, greatest(now(), ${at}), greatest(now(), ${at}), true
      FROM task JOIN "user" ON "user".id = task.user_id
      LEFT JOIN reminder_preference AS chosen ON chosen.user_id = task.user_id
      WHERE task.user_id = ${userId} AND number = ANY (${numbers}::integer[])
        AND completed_at IS NULL AND deleted_at IS NULL
      ON CONFLICT (user_id, task_number, planned_at) DO NOTHING
      RETURNING rings_at
    )
    SELECT wake_ringers(min(rings_at))::text FROM added HAVING count(*) > 0`,
  );
}
