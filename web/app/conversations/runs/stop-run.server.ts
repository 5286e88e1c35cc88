import type { Language } from "#app/assistant/language";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { lockConversation } from "./claim-run.server";
import { finishRun } from "./finish-run.server";
import { RUN_STOP_CHANNEL, type RunSupervisor } from "./run-supervisor.server";

/**
 * Cancels a person's run, in whichever process it is executed and even if that process hangs.
 * Completed tool calls stay; one in progress is rolled back. Also cancels a run that is queued or
 * awaits approval; does nothing to one that has ended. Then the conversation's next run starts.
 *
 * @throws AppError `run_not_found` (404)
 */
export async function stopRun(
  deps: { db: Db; runs: RunSupervisor },
  userId: string,
  runId: string,
): Promise<void> {
  const number = await inTransaction(deps.db, async (tx) => {
    const found = await tx.run.findFirst({ where: { id: runId, userId } });
    if (!found) throw new AppError("run_not_found", 404);
    const { conversationNumber: conversationId } = found;
    await lockConversation(tx, { userId, number: conversationId });
    const [run] = await tx.$queryRaw<{ status: string; lease: string | null }[]>`
      SELECT status, lease_owner AS lease FROM run WHERE id = ${runId}::uuid FOR UPDATE`;
    if (run?.status !== "running" && run?.status !== "awaiting_approval") return null;
    const language = found.language as Language;
    const { lease } = run;
    await finishRun(
      tx,
      { runId, conversationId, language, user: { id: userId }, lease },
      { status: "cancelled" },
    );
    await tx.$queryRaw`SELECT pg_notify(${RUN_STOP_CHANNEL}, ${runId})::text`;
    return conversationId;
  });
  if (number !== null) await deps.runs.runNext({ userId, number });
}
