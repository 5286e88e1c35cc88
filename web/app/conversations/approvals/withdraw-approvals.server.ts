import type { Approval } from "#app/conversations/messages/message";
import { appendEvents } from "#app/conversations/runs/run-events.server";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma, type Run as RunRow } from "#app/platform/generated/client";
import { pendingApprovals } from "./pending-approvals";

/** The primary key of a conversation. */
interface ConversationKey {
  userId: string;
  number: number;
}

/**
 * The runs of a conversation that await approval, oldest first. The caller's transaction must hold
 * the lock of the conversation.
 */
export function findWaitingRuns(tx: Db, { userId, number }: ConversationKey): Promise<RunRow[]> {
  return tx.run.findMany({
    where: { userId, conversationNumber: number, status: "awaiting_approval" },
    orderBy: { position: "asc" },
  });
}

/**
 * Withdraws questions that wait: their runs end without having done what they asked about, and
 * their messages say that they were withdrawn. The caller's transaction must hold the lock of the
 * conversation.
 *
 * @returns the calls that were asked about
 */
export async function withdrawApprovals(tx: Db, waiting: readonly RunRow[]): Promise<Approval[]> {
  for (const { id } of waiting) {
    await cancelWaitingRun(tx, id);
    await query(
      tx,
      Prisma.sql`
      UPDATE message SET parts = (
        SELECT jsonb_agg(
          CASE WHEN part ->> 'type' = 'approval' THEN part || '{"withdrawn": true}' ELSE part END
          ORDER BY place
        ) FROM jsonb_array_elements(parts) WITH ORDINALITY AS element (part, place)
      ) WHERE id = (SELECT max(id) FROM message WHERE run_id = ${id}::uuid AND role = 'assistant')`,
      "withdraw question",
    );
  }
  return waiting.flatMap(pendingApprovals);
}

/** Ends a run that awaits approval; does nothing to any other. */
export async function cancelWaitingRun(tx: Db, id: string): Promise<void> {
  const { count } = await tx.run.updateMany({
    where: { id, status: "awaiting_approval" },
    data: { status: "cancelled", state: null, approvals: [] },
  });
  if (count === 0) return;
  await appendEvents(tx, { runId: id, lease: null }, [{ type: "run.cancelled", data: {} }]);
}
