import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";

/** Reminders that one statement begins with; a person's others of the same minute join them. */
const BATCH = 500;

/** What one claim did. */
interface Claimed {
  /** Reminders that rang or were put off to the end of quiet hours. */
  reminders: number;
  /** Notifications that were made of them. */
  notifications: number;
  /** How late each of those that rang was, in seconds. */
  late: number[];
}

/**
 * Claims a batch of reminders that are due and turns them into notifications with their deliveries, in
 * one statement: a process that dies before its commit has claimed nothing, and afterwards everything
 * is a row. Rows that another process or an edit holds are skipped. The row of the person is locked
 * along with the reminder, so that of one person only one process claims, and what falls into one
 * minute becomes one notification.
 *
 * @param mails whether a mail server is configured
 */
export async function claimDue(db: Db, mails: boolean): Promise<Claimed> {
  const [row] = await query<Claimed>(
    db,
    Prisma.sql`
    WITH due AS MATERIALIZED (
      SELECT reminder.user_id, "user".time_zone, email_verified FROM reminder
      JOIN "user" ON "user".id = reminder.user_id
      WHERE rings_at <= now() ORDER BY rings_at, reminder.user_id LIMIT ${BATCH}::integer
      -- In this order: of a person whom another process has, not even a reminder is held.
      FOR NO KEY UPDATE OF "user" SKIP LOCKED FOR UPDATE OF reminder SKIP LOCKED
    ), person AS MATERIALIZED (
      SELECT DISTINCT due.user_id,
        -- What a person writes is mailed to nobody who has not said that the address is theirs.
        mail.by_mail AND email_verified AND ${mails}::boolean AS by_mail,
        quiet_until(now(), due.time_zone, mail.quiet_from, mail.quiet_to) AS held_until
      FROM due LEFT JOIN reminder_preference AS mail ON mail.user_id = due.user_id
    ), same AS MATERIALIZED (
      SELECT reminder.id, held_until FROM reminder JOIN person USING (user_id)
      WHERE rings_at < date_trunc('minute', now()) + interval '1 minute'
      FOR UPDATE OF reminder SKIP LOCKED
    ), held AS (
      UPDATE reminder SET rings_at = held_until FROM same
      WHERE reminder.id = same.id AND held_until IS NOT NULL
    ), taken AS (
      DELETE FROM reminder USING same WHERE reminder.id = same.id AND held_until IS NULL
      RETURNING reminder.user_id, task_number, rings_at
    ), rang AS (
      INSERT INTO notification (user_id, kind, task_numbers)
      SELECT taken.user_id, 'reminder', array_agg(DISTINCT task_number ORDER BY task_number)
      FROM taken JOIN task ON task.user_id = taken.user_id AND number = task_number
      WHERE completed_at IS NULL AND deleted_at IS NULL
      GROUP BY taken.user_id
      RETURNING id, user_id
    ), pushed AS (
      INSERT INTO delivery (notification_id, channel, subscription_id)
      SELECT rang.id, 'push', push_subscription.id FROM rang JOIN push_subscription USING (user_id)
    ), mailed AS (
      INSERT INTO delivery (notification_id, channel)
      SELECT rang.id, 'mail' FROM rang JOIN person USING (user_id) WHERE by_mail
    ), told AS (
      SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, user_id) FROM rang
    )
    SELECT (SELECT count(*) FROM same)::integer AS reminders,
      (SELECT count(*) FROM told)::integer AS notifications,
      (SELECT COALESCE(array_agg(extract(epoch FROM now() - rings_at)::float8), '{}')
        FROM taken) AS late`,
    "claim due reminders",
  );
  return row ?? { reminders: 0, notifications: 0, late: [] };
}
