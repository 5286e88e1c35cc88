import type { Language } from "#app/assistant/language";
import { errorDetail } from "#app/i18n/errors";
import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { localeOf } from "./run-event";
import { appendEvents } from "./run-events.server";

/** A run whose process has not renewed its lease for this long has lost it. */
export const LEASE_SECONDS = 10;

/** Keeps this process's runs its own. */
export async function renewLeases(db: Db, owner: string, runIds: string[]): Promise<void> {
  if (runIds.length === 0) return;
  await db.$executeRaw`
    UPDATE run SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS})
    WHERE id = ANY(${runIds}::uuid[]) AND lease_owner = ${owner} AND status = 'running'`;
}

/**
 * Fails the runs whose process died, so that nobody waits for them. What their tools did stays
 * done and the person's message stays; they can send it again.
 */
export async function failInterruptedRuns(db: Db): Promise<void> {
  await inTransaction(db, async (tx) => {
    const runs = await tx.$queryRaw<
      { id: string; userId: string; conversationNumber: number; language: Language }[]
    >`
      UPDATE run SET status = 'failed', lease_owner = NULL, lease_until = NULL
      WHERE id IN (
        SELECT id FROM run WHERE status = 'running' AND lease_until < now() FOR UPDATE SKIP LOCKED
      )
      RETURNING id, user_id AS "userId", conversation_number AS "conversationNumber", language`;
    for (const { id, userId, conversationNumber, language } of runs) {
      const code = "run_interrupted";
      const detail = errorDetail(code, localeOf(language));
      const parts = [{ type: "error", code, detail }];
      await tx.message.create({
        data: { userId, conversationNumber, runId: id, role: "assistant", parts },
      });
      await appendEvents(tx, id, [{ type: "run.failed", data: { code, detail } }]);
    }
  });
}
