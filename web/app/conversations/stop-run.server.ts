import type { Language } from "#app/assistant/language";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { lockConversation } from "./claim-run.server";
import { finishRun } from "./finish-run.server";
import { RUN_STOP_CHANNEL, type Runs } from "./runs.server";

/**
 * Stops a person's run, whichever process works on it, and whether or not that process still
 * answers. What its tools did until then stays done; what they are at is taken back. A run that
 * waits for approval or for its turn is dropped; one that has ended stays as it is. The messages
 * that were sent after it go on.
 *
 * @throws AppError `run_not_found` (404)
 */
export async function stopRun(
  rooms: { db: Db; runs: Runs },
  userId: string,
  runId: string,
): Promise<void> {
  const number = await inTransaction(rooms.db, async (tx) => {
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
  if (number !== null) await rooms.runs.workOn({ userId, number });
}
