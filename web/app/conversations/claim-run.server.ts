import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { inTransaction } from "#app/platform/transaction";
import { type ClaimedRun, toClaimedRun } from "./run";
import { LEASE_SECONDS, newLease } from "./run-lease.server";

/** A conversation, by whose it is and its number. */
export interface ConversationKey {
  userId: string;
  number: number;
}

/** Of a run that waits for a process, and of one that a process works on. */
const WAITING = Prisma.sql`(lease_until IS NULL OR lease_until <= now())`;
const WORKING = Prisma.sql`lease_until > now()`;

/** Conversations in which a run waits for a process and none works. */
export function findClaimable(db: Db): Promise<ConversationKey[]> {
  return query<ConversationKey>(
    db,
    Prisma.sql`
    SELECT DISTINCT user_id AS "userId", conversation_number AS number FROM run
    WHERE status = 'running' AND ${WAITING}
      AND NOT EXISTS (
        SELECT 1 FROM run AS working
        WHERE working.user_id = run.user_id
          AND working.conversation_number = run.conversation_number
          AND working.status = 'running' AND working.lease_until > now()
      )`,
  );
}

/**
 * Makes the next run of a conversation this process's own: the one whose process died, or else the
 * one that has waited longest. Null when one works already, here or elsewhere, or none waits.
 */
export async function claimNext(db: Db, conversation: ConversationKey): Promise<ClaimedRun | null> {
  // Most often none waits, and there is no need to hold the conversation for that.
  if (!(await hasRun(db, conversation, WAITING))) return null;
  const { userId, number } = conversation;
  return inTransaction(db, async (tx) => {
    await lockConversation(tx, conversation);
    if (await hasRun(tx, conversation, WORKING)) return null;
    const lease = newLease();
    const claimed = await query<{ id: string }>(
      tx,
      Prisma.sql`
      UPDATE run SET lease_owner = ${lease},
        lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
        takeovers = takeovers + (lease_owner IS NOT NULL)::integer
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
      include: { user: { select: { timeZone: true, numerals: true } } },
    });
    return toClaimedRun(row, user, lease);
  });
}

/**
 * Holds a conversation until the transaction ends. Always taken before the rows of its runs.
 *
 * @returns false when there is no such conversation
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

/** True while a conversation has a run of that kind; for one to stay so, the conversation is locked. */
async function hasRun(
  db: Db,
  { userId, number }: ConversationKey,
  kind: typeof WAITING,
): Promise<boolean> {
  const rows = await query(
    db,
    Prisma.sql`
    SELECT 1 FROM run
    WHERE user_id = ${userId} AND conversation_number = ${number} AND status = 'running'
      AND ${kind} LIMIT 1`,
  );
  return rows.length > 0;
}
