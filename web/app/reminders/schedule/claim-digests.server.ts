import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";

/** Digests that one statement makes. */
const BATCH = 50;
/** Titles that a digest names. */
const DIGEST_TITLES = 5;
/** Friday at five in the afternoon. */
export const REVIEW = { weekday: 5, minute: 1_020 };

/**
 * Claims the digests and looks back that are due, makes their notifications and plans the next ones.
 * A morning with nothing due, and a week with nothing done and nothing open, makes none.
 * What falls into quiet hours is put off to their end.
 *
 * @param mails whether a mail server is configured
 * @returns how many people had one due
 */
export async function claimDigests(db: Db, mails: boolean): Promise<number> {
  const [row] = await query<{ people: number }>(
    db,
    Prisma.sql`
    WITH due AS MATERIALIZED (
      SELECT chosen.user_id, chosen.by_mail AND email_verified AS by_mail, chosen.morning,
        known_zone("user".time_zone) AS zone,
        digest_at <= now() AS digest, review_at <= now() AS review,
        quiet_until(now(), "user".time_zone, quiet_from, quiet_to) AS held_until
      FROM reminder_preference AS chosen JOIN "user" ON "user".id = chosen.user_id
      WHERE LEAST(digest_at, review_at) <= now()
      ORDER BY LEAST(digest_at, review_at) LIMIT ${BATCH}::integer
      FOR NO KEY UPDATE OF chosen SKIP LOCKED
    ), planned AS (
      UPDATE reminder_preference AS chosen SET
        digest_at = CASE WHEN digest
          THEN COALESCE(held_until, next_time(zone, due.morning, NULL)) ELSE digest_at END,
        review_at = CASE WHEN review THEN COALESCE(held_until,
          next_time(zone, ${REVIEW.minute}::integer, ${REVIEW.weekday}::integer)) ELSE review_at END
      FROM due WHERE chosen.user_id = due.user_id
    ), content AS (
      SELECT due.*, counts.* FROM due CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE today AND NOT past)::integer AS due_today,
          count(*) FILTER (WHERE past)::integer AS overdue,
          count(*) FILTER (WHERE completed_at > now() - interval '7 days')::integer AS completed,
          count(*) FILTER (WHERE completed_at IS NULL)::integer AS open,
          (array_agg(title ORDER BY due_at, number) FILTER (WHERE today AND NOT past))[1:${DIGEST_TITLES}::integer] AS titles,
          (array_agg(number ORDER BY due_at, number) FILTER (WHERE today AND NOT past))[1:100] AS numbers
        FROM task CROSS JOIN LATERAL (
          SELECT completed_at IS NULL AND CASE WHEN due_has_time
              THEN (due_at AT TIME ZONE zone)::date ELSE (due_at AT TIME ZONE 'UTC')::date END
              = (now() AT TIME ZONE zone)::date AS today,
            completed_at IS NULL AND CASE WHEN due_has_time THEN due_at < now()
              ELSE (due_at AT TIME ZONE 'UTC')::date < (now() AT TIME ZONE zone)::date END AS past
        ) AS day
        WHERE task.user_id = due.user_id AND deleted_at IS NULL
      ) AS counts
      WHERE held_until IS NULL
    ), made AS (
      INSERT INTO notification (user_id, kind, task_numbers, content)
      SELECT user_id, kind, CASE kind WHEN 'digest' THEN COALESCE(numbers, '{}') ELSE '{}' END,
        jsonb_build_object('due_today', due_today, 'overdue', overdue, 'completed', completed,
          'open', open, 'titles', to_jsonb(COALESCE(titles, '{}')))
      FROM content CROSS JOIN (VALUES ('digest'), ('review')) AS kinds(kind)
      WHERE CASE kind WHEN 'digest' THEN digest AND due_today + overdue > 0
        ELSE review AND completed + open > 0 END
      RETURNING id, user_id
    ), pushed AS (
      INSERT INTO delivery (notification_id, channel, subscription_id)
      SELECT made.id, 'push', push_subscription.id FROM made JOIN push_subscription USING (user_id)
    ), mailed AS (
      INSERT INTO delivery (notification_id, channel)
      SELECT made.id, 'mail' FROM made JOIN due USING (user_id) WHERE by_mail AND ${mails}::boolean
    ), told AS (
      SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, user_id) FROM made
    )
    SELECT (SELECT count(*) FROM due)::integer AS people, (SELECT count(*) FROM told)::integer AS made`,
    "claim digests",
  );
  return row?.people ?? 0;
}
