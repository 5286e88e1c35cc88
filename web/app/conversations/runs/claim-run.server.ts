import {
  findWaitingRuns,
  withdrawApprovals,
} from "#app/conversations/approvals/withdraw-approvals.server";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { Prisma } from "#app/platform/generated/client";
import { type ClaimedRun, toClaimedRun } from "./run";
import { toJsonb } from "./run-events.server";
import { LEASE_SECONDS, newLease, RELEASED } from "./run-lease.server";

/** The primary key of a conversation. */
export interface ConversationKey {
  userId: string;
  number: number;
}

/** Conditions on a run of status `running`: no process has it, or one does. */
const UNLEASED = Prisma.sql`(lease_until IS NULL OR lease_until <= now())`;
const LEASED = Prisma.sql`lease_until > now()`;

/** Finds conversations that have an unleased run and no leased one. */
export function findClaimableConversations(db: Db): Promise<ConversationKey[]> {
  return query<ConversationKey>(
    db,
    Prisma.sql`
    SELECT DISTINCT user_id AS "userId", conversation_number AS number FROM run
    WHERE status = 'running' AND ${UNLEASED}
      AND NOT EXISTS (
        SELECT 1 FROM run AS leased
        WHERE leased.user_id = run.user_id
          AND leased.conversation_number = run.conversation_number
          AND leased.status = 'running' AND leased.lease_until > now()
      )`,
  );
}

/**
 * Claims the next run of a conversation for this process: one whose lease has expired or was
 * released, or else the oldest queued one. Returns null if a run of the conversation is leased by
 * any process, or none is left.
 */
export async function claimNextRun(
  db: Db,
  conversation: ConversationKey,
): Promise<ClaimedRun | null> {
  // Usually there is none: do not lock the conversation for that.
  if (!(await hasRun(db, conversation, UNLEASED))) return null;
  const { userId, number } = conversation;
  return inTransaction(db, async (tx) => {
    await lockConversation(tx, conversation);
    if (await hasRun(tx, conversation, LEASED)) return null;
    const lease = newLease();
    const claimed = await query<{ id: string }>(
      tx,
      Prisma.sql`
      UPDATE run SET lease_owner = ${lease},
        lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
        takeovers = takeovers + (lease_owner IS NOT NULL)::integer,
        crashes = crashes + (lease_owner IS NOT NULL AND lease_owner <> ${RELEASED})::integer
      WHERE id = (
        SELECT id FROM run
        WHERE user_id = ${userId} AND conversation_number = ${number} AND status = 'running'
        ORDER BY lease_owner IS NULL, position LIMIT 1
      )
      RETURNING id`,
    );
    if (!claimed[0]) return null;
    const { user, ...row } = await tx.run.findUniqueOrThrow({
      where: { id: claimed[0].id },
      include: { user: { select: PERSON_COLUMNS } },
    });
    // It was sent before the question could be read, and is no answer to it.
    const waiting = await findWaitingRuns(tx, conversation);
    const earlier = waiting.filter(({ position }) => position < row.position);
    const run = toClaimedRun(row, user, lease);
    if (earlier.length === 0) return run;
    const withdrew = [...run.withdrew, ...(await withdrawApprovals(tx, earlier))];
    await query(
      tx,
      Prisma.sql`UPDATE run SET withdrew = ${toJsonb(withdrew)}::jsonb WHERE id = ${run.runId}::uuid`,
    );
    return { ...run, withdrew };
  });
}

/** What a run needs of its person. */
const PERSON_COLUMNS = {
  ...{ timeZone: true, numerals: true, locale: true },
  ...{ firstWeekday: true, clockHours: true, dayParts: true },
} as const;

/**
 * Locks a conversation until the transaction ends. To avoid deadlocks, always lock it before rows
 * of its runs.
 *
 * @returns false if the conversation does not exist
 */
export async function lockConversation(
  tx: Db,
  { userId, number }: ConversationKey,
): Promise<boolean> {
  const rows = await query(
    tx,
    Prisma.sql`
    SELECT 1 FROM conversation WHERE user_id = ${userId} AND number = ${number} FOR UPDATE`,
    "lock conversation",
  );
  return rows.length > 0;
}

/** True if the conversation has a running run of this condition; stable only under its lock. */
async function hasRun(
  db: Db,
  { userId, number }: ConversationKey,
  condition: Prisma.Sql,
): Promise<boolean> {
  const rows = await query(
    db,
    Prisma.sql`
    SELECT 1 FROM run
    WHERE user_id = ${userId} AND conversation_number = ${number} AND status = 'running'
      AND ${condition} LIMIT 1`,
  );
  return rows.length > 0;
}
