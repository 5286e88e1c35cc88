import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { type DigestContent, readContent } from "#app/reminders/schedule/digest-content";

/** Tasks that a notification names. */
const TASKS_NAMED = 5;
/** Tasks of a notification that are looked at, for each browser that it goes to. */
const TASKS_COUNTED = 1_000;
/** How long a process may take to send; afterwards the outcome counts as unknown. */
const LEASE_SECONDS = 90;

/** A task that a notification names. */
interface NamedTask {
  number: number;
  title: string;
  due_at: string | null;
  due_has_time: boolean;
}

/** A notification that is to be sent now, with all that its text depends on. */
export interface ClaimedDelivery {
  id: string;
  channel: "push" | "mail";
  attempts: number;
  unsure: boolean;
  notification: string;
  kind: "reminder" | "digest" | "review";
  content: DigestContent | null;
  userId: string;
  email: string;
  /** False for an address that nobody has confirmed, to which nothing is sent. */
  confirmed: boolean;
  locale: string;
  numerals: string;
  timeZone: string;
  /** 12 or 24; null: as the language has it. */
  clock: number | null;
  snooze: string;
  subscription: string | null;
  endpoint: string | null;
  p256dh: string | null;
  auth: string | null;
  /**
   * Of its tasks, those that are still open, and the first of them; of more than
   * {@link TASKS_COUNTED}, how many it had.
   */
  open: number;
  tasks: NamedTask[];
}

const namedTasks: z.ZodType<NamedTask[]> = z.array(
  z.object({
    number: z.number(),
    title: z.string(),
    due_at: z.string().nullable(),
    due_has_time: z.boolean(),
  }),
);

/**
 * Claims deliveries: from the commit on they count as being sent, until {@link recordOutcomes} or the
 * end of the lease. A push whose process died meanwhile is claimed once more, a mail becomes "maybe".
 * The tasks are read in the same statement, so that what was completed a moment ago is not named.
 */
export async function claimDeliveries(db: Db, limit: number): Promise<ClaimedDelivery[]> {
  const rows = await query<
    Omit<ClaimedDelivery, "tasks" | "content"> & { tasks: unknown; content: unknown }
  >(
    db,
    Prisma.sql`
    WITH next AS MATERIALIZED (
      SELECT id, state = 'sending' AS lost FROM delivery
      WHERE state IN ('pending', 'sending') AND next_at <= now()
      ORDER BY next_at, id LIMIT ${limit}::integer FOR UPDATE SKIP LOCKED
    ), mine AS (
      UPDATE delivery SET
        -- A mail is sent once: nothing replaces it where it arrives.
        state = CASE WHEN lost AND (channel = 'mail' OR unsure) THEN 'maybe' ELSE 'sending' END,
        unsure = unsure OR lost, attempts = attempts + 1,
        next_at = now() + make_interval(secs => ${LEASE_SECONDS}::integer)
      FROM next WHERE delivery.id = next.id
      RETURNING delivery.*
    )
    SELECT mine.id::text, mine.channel, mine.attempts, mine.unsure,
      notification.id::text AS notification, kind, content, notification.user_id AS "userId",
      email, email_verified AS confirmed, locale, numerals, time_zone AS "timeZone",
      clock_hours::integer AS clock, COALESCE(chosen.snooze, '10m') AS snooze,
      mine.subscription_id::text AS subscription, endpoint, p256dh, auth,
      open.count AS open, open.tasks
    FROM mine JOIN notification ON notification.id = mine.notification_id
    JOIN "user" ON "user".id = notification.user_id
    LEFT JOIN reminder_preference AS chosen ON chosen.user_id = notification.user_id
    LEFT JOIN push_subscription ON push_subscription.id = mine.subscription_id
      -- Another person signs in at the same browser.
      AND push_subscription.user_id = notification.user_id
    CROSS JOIN LATERAL (
      SELECT CASE WHEN cardinality(task_numbers) > ${TASKS_COUNTED}::integer AND count(*) > 0
          THEN cardinality(task_numbers) ELSE count(*)::integer END AS count,
        COALESCE(jsonb_agg(jsonb_build_object('number', number,
        'title', title, 'due_at', due_at, 'due_has_time', due_has_time))
        FILTER (WHERE place <= ${TASKS_NAMED}::integer), '[]') AS tasks
      FROM (
        SELECT number, title, due_at, due_has_time, row_number() OVER (ORDER BY due_at, number) AS place
        FROM task WHERE task.user_id = notification.user_id
          AND number = ANY (task_numbers[:${TASKS_COUNTED}::integer])
          AND completed_at IS NULL AND deleted_at IS NULL
      ) AS named
    ) AS open
    WHERE mine.state = 'sending'`,
    "claim deliveries",
  );
  return rows.map((row) => ({
    ...row,
    tasks: namedTasks.parse(row.tasks),
    content: readContent(row.content),
  }));
}

/** How an attempt ended. */
export type Outcome =
  | { to: "sent" | "skipped" | "failed" }
  /** The browser does not take pushes any more. */
  | { to: "gone" }
  /** It was not taken: to be sent again after some seconds. */
  | { to: "retry"; seconds: number }
  /** It may have been taken: left to the end of the lease. */
  | { to: "unsure" };

/** Writes how attempts ended; subscriptions that are gone are deleted. */
export async function recordOutcomes(
  db: Db,
  outcomes: { id: string; outcome: Outcome }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map(({ id, outcome }) => ({
    id,
    state: STATES[outcome.to],
    gone: outcome.to === "gone",
    seconds: outcome.to === "retry" ? outcome.seconds : null,
  }));
  await query(
    db,
    Prisma.sql`
    WITH ended AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS row(id bigint, state text, gone boolean, seconds integer)
    ), gone AS (
      DELETE FROM push_subscription USING ended, delivery
      WHERE ended.gone AND delivery.id = ended.id AND push_subscription.id = delivery.subscription_id
    )
    UPDATE delivery SET state = ended.state,
      next_at = CASE WHEN seconds IS NULL THEN next_at ELSE now() + make_interval(secs => seconds) END
    FROM ended WHERE delivery.id = ended.id AND NOT ended.gone AND delivery.state = 'sending'`,
    "record deliveries",
  );
}

const STATES: Record<Outcome["to"], string> = {
  sent: "sent",
  skipped: "skipped",
  failed: "failed",
  gone: "failed",
  retry: "pending",
  unsure: "sending",
};
