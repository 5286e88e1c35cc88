import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { appendEvents } from "./run-events.server";
import { RUN_STOP_CHANNEL } from "./runs.server";

/**
 * Stops a person's run, whichever process works on it. What its tools did until then stays done.
 * A run that waits for approval is dropped; one that has ended stays as it is.
 *
 * @throws AppError `run_not_found` (404)
 */
export async function stopRun(db: Db, userId: string, runId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const run = await tx.run.findFirst({ where: { id: runId, userId }, select: { status: true } });
    if (!run) throw new AppError("run_not_found", 404);
    const { count } = await tx.run.updateMany({
      where: { id: runId, userId, status: "awaiting_approval" },
      data: { status: "cancelled", state: null, approvals: [] },
    });
    if (count > 0) {
      await appendEvents(tx, runId, [{ type: "run.cancelled", data: {} }]);
    } else if (run.status === "running") {
      await tx.run.update({ where: { id: runId }, data: { stopRequestedAt: new Date() } });
      await tx.$queryRaw`SELECT pg_notify(${RUN_STOP_CHANNEL}, ${runId})::text`;
    }
  });
}
