import { type MessagePart, textOf } from "#app/conversations/messages/message";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { Prisma } from "#app/platform/generated/client";
import { lockConversation } from "./claim-run.server";
import { applyEvent, createLiveRun } from "./live-run";
import { givesReminderHint } from "./reminder-hint.server";
import type { ClaimedRun } from "./run";
import type { NewRunEvent, RunEvent } from "./run-event";
import { appendEvents, readSegmentEvents, toJsonb } from "./run-events.server";
import { LeaseLost } from "./run-lease.server";
import type { RunOutcome } from "./run-outcome";
import type { TokenUsage } from "./token-usage";

type FinishableRun = Pick<ClaimedRun, "runId" | "conversationId" | "language"> & {
  user: { id: string };
  lease: string | null;
};

/**
 * Ends a segment of a run: writes its status, its last event and its message in one transaction.
 * The message is built from the stored events, so that it is what readers of the stream saw.
 *
 * @returns the last events
 * @throws LeaseLost when the run has ended, or another process has it
 */
export function finishRun(
  db: Db,
  run: FinishableRun,
  outcome: RunOutcome,
  { usage, mails = false }: { usage?: TokenUsage; mails?: boolean } = {},
): Promise<RunEvent[]> {
  const { runId, user, conversationId: number, language } = run;
  return inTransaction(db, async (tx) => {
    await lockConversation(tx, { userId: user.id, number });
    await writeStatus(tx, run, outcome, usage);
    const events = await readSegmentEvents(tx, runId);
    const agent = events[0]?.seq === 1 || language === "en" ? "orchestrator" : "urdu_specialist";
    const live = events.reduce(applyEvent, createLiveRun(runId, agent));
    const last: NewRunEvent[] = [finalEvent(outcome, live.parts)];
    if (outcome.status === "completed" && (await givesReminderHint(tx, run, live.parts, mails)))
      last.unshift({ type: "hint.given", data: { about: "reminders" } });
    // The status update has cleared the lease.
    const written = await appendEvents(tx, { runId, lease: null }, last);
    const parts = last
      .reduce(applyEvent, live)
      .parts.map((part) =>
        part.type === "text" ? { ...part, language: part.language ?? language } : part,
      );
    // A run that was cancelled while it awaited approval has its message already.
    if (outcome.status === "cancelled" && events.length === 0) return written;
    await query(
      tx,
      Prisma.sql`
      INSERT INTO message (user_id, conversation_number, run_id, role, parts)
      VALUES (${user.id}, ${number}, ${runId}::uuid, 'assistant', ${toJsonb(parts)}::jsonb)`,
      "write answer",
    );
    await query(
      tx,
      Prisma.sql`
      UPDATE conversation SET updated_at = now() WHERE user_id = ${user.id} AND number = ${number}`,
    );
    return written;
  });
}

function finalEvent(outcome: RunOutcome, parts: MessagePart[]): NewRunEvent {
  switch (outcome.status) {
    case "completed":
      return { type: "run.completed", data: { response: textOf(parts) } };
    case "failed": {
      const { code, detail } = outcome;
      return { type: "run.failed", data: { code, detail } };
    }
    case "cancelled":
      return { type: "run.cancelled", data: {} };
    case "awaiting_approval": {
      const { pending: approvals, text } = outcome;
      return { type: "approval.required", data: { approvals, text } };
    }
  }
}

async function writeStatus(
  tx: Db,
  { runId, lease }: FinishableRun,
  outcome: RunOutcome,
  usage: Pick<TokenUsage, "inputTokens" | "outputTokens"> = { inputTokens: 0, outputTokens: 0 },
): Promise<void> {
  const awaiting = outcome.status === "awaiting_approval";
  const rows = await query(
    tx,
    Prisma.sql`
    WITH ended AS (
      UPDATE run SET status = ${outcome.status}, state = ${awaiting ? outcome.state : null},
        approvals = ${toJsonb(awaiting ? outcome.approvals : [])}::jsonb, approved = NULL,
        withdrew = '[]',
        lease_owner = NULL, lease_until = NULL, takeovers = 0, crashes = 0,
        input_tokens = input_tokens + ${usage.inputTokens}::integer,
        output_tokens = output_tokens + ${usage.outputTokens}::integer
      WHERE id = ${runId}::uuid AND status IN ('running', 'awaiting_approval')
        AND lease_owner IS NOT DISTINCT FROM ${lease}::text
      RETURNING id
    ), deleted AS (
      DELETE FROM model_response USING ended WHERE run_id = ended.id
    )
    SELECT id FROM ended`,
    "write status",
  );
  if (rows.length === 0) throw new LeaseLost(runId);
}
