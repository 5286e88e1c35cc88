import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { inTransaction } from "#app/platform/transaction";
import { lockConversation } from "./claim-run.server";
import { applyEvent, beginRun } from "./live-run";
import { type Approval, type MessagePart, textOf } from "./message";
import type { ClaimedRun } from "./run";
import type { NewRunEvent, RunEvent } from "./run-event";
import { appendEvents, readStretch, toJsonb } from "./run-events.server";
import { LeaseLost } from "./run-lease.server";
import type { Usage } from "./run-memory.server";

/** How a stretch of a run ends: the run waits for the person, or is over. */
export type Ending =
  | { status: "completed" }
  | { status: "failed"; code: string; detail: string }
  | { status: "cancelled" }
  | {
      status: "awaiting_approval";
      text: string;
      /** All the calls that wait, and those of them that the person is asked about. */
      approvals: Approval[];
      asked: Approval[];
      state: string;
    };

type Finished = Pick<ClaimedRun, "runId" | "conversationId" | "language"> & {
  user: { id: string };
  lease: string | null;
};

/**
 * Ends a stretch of a run: its status, its last event, and the message that its events tell are
 * written together. What readers saw is what is kept.
 *
 * @returns the last event
 * @throws LeaseLost when the run is another's by now, or over
 */
export function finishRun(
  db: Db,
  run: Finished,
  ending: Ending,
  usage?: Usage,
): Promise<RunEvent[]> {
  const { runId, user, conversationId: number, language } = run;
  return inTransaction(db, async (tx) => {
    await lockConversation(tx, { userId: user.id, number });
    await writeStatus(tx, run, ending, usage);
    const stretch = await readStretch(tx, runId);
    const agent = stretch[0]?.seq === 1 || language === "en" ? "orchestrator" : "urdu_specialist";
    const told = stretch.reduce(applyEvent, beginRun(runId, agent));
    const event = eventOf(ending, told.parts);
    // From now on nobody has the run.
    const last = await appendEvents(tx, { runId, lease: null }, [event]);
    const parts = applyEvent(told, event).parts.map((part) =>
      part.type === "text" ? { ...part, language: part.language ?? language } : part,
    );
    // A question that was dropped stands in a message of its own.
    if (ending.status === "cancelled" && stretch.length === 0) return last;
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
    return last;
  });
}

function eventOf(ending: Ending, parts: MessagePart[]): NewRunEvent {
  switch (ending.status) {
    case "completed":
      return { type: "run.completed", data: { response: textOf(parts) } };
    case "failed": {
      const { code, detail } = ending;
      return { type: "run.failed", data: { code, detail } };
    }
    case "cancelled":
      return { type: "run.cancelled", data: {} };
    case "awaiting_approval": {
      const { asked: approvals, text } = ending;
      return { type: "approval.required", data: { approvals, text } };
    }
  }
}

async function writeStatus(
  tx: Db,
  { runId, lease }: Finished,
  ending: Ending,
  usage: Pick<Usage, "inputTokens" | "outputTokens"> = { inputTokens: 0, outputTokens: 0 },
): Promise<void> {
  const waits = ending.status === "awaiting_approval";
  const rows = await query(
    tx,
    Prisma.sql`
    WITH ended AS (
      UPDATE run SET status = ${ending.status}, state = ${waits ? ending.state : null},
        approvals = ${toJsonb(waits ? ending.approvals : [])}::jsonb, approved = NULL,
        lease_owner = NULL, lease_until = NULL, takeovers = 0,
        input_tokens = input_tokens + ${usage.inputTokens}::integer,
        output_tokens = output_tokens + ${usage.outputTokens}::integer
      WHERE id = ${runId}::uuid AND status IN ('running', 'awaiting_approval')
        AND lease_owner IS NOT DISTINCT FROM ${lease}::text
      RETURNING id
    ), forgotten AS (
      DELETE FROM model_response USING ended WHERE run_id = ended.id
    )
    SELECT id FROM ended`,
    "write status",
  );
  if (rows.length === 0) throw new LeaseLost(runId);
}
