import type { SessionUser } from "#app/accounts/session/session.server";
import type { Approval } from "#app/conversations/messages/message";
import { lockConversation } from "#app/conversations/runs/claim-run.server";
import type { StartedRun } from "#app/conversations/runs/run";
import type { RunSupervisor } from "#app/conversations/runs/run-supervisor.server";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import type { Run as RunRow } from "#app/platform/generated/client";
import { claimKey, type OnceKey, saveResult } from "#app/platform/idempotency";
import { isAnswered, isAnsweredTwice, validAnswerIds } from "./approved-rows";
import { pendingApprovals } from "./pending-approvals";

/**
 * A person's answer to a run that awaits approval: ids of calls, or of single tasks of a bulk call
 * (`call#3`).
 */
export interface ApprovalAnswer {
  approve: string[];
  reject: string[];
}

/**
 * Stores the answer to a run that awaits approval and queues the run, as a new one is. The caller's
 * transaction must hold the lock of the conversation.
 *
 * @param approve ids as in {@link ApprovalAnswer}
 */
export async function saveAnswer(tx: Db, run: RunRow, approve: string[]): Promise<void> {
  await tx.run.update({
    where: { id: run.id },
    data: { status: "running", approved: approve, leaseOwner: null, leaseUntil: null },
  });
}

/**
 * Answers a run that awaits approval and resumes it. The answer must cover every pending call.
 *
 * @param once a request that repeats this key gets the same result
 * @throws AppError `run_not_found` (404), `run_not_waiting` (409), `approval_not_found` (422)
 */
export async function answerApprovals(
  deps: { db: Db; runs: RunSupervisor },
  user: SessionUser,
  runId: string,
  answer: ApprovalAnswer,
  once?: OnceKey | null,
): Promise<StartedRun> {
  const where = { id: runId, userId: user.id };
  const started = await inTransaction(deps.db, async (tx) => {
    const earlier = once && (await claimKey<StartedRun>(tx, once));
    if (earlier) return earlier.result;
    const found = await tx.run.findFirst({ where });
    if (!found) throw new AppError("run_not_found", 404);
    await lockConversation(tx, { userId: user.id, number: found.conversationNumber });
    const run = await tx.run.findFirst({ where: { ...where, status: "awaiting_approval" } });
    if (!run) throw new AppError("run_not_waiting", 409);
    checkAnswer(pendingApprovals(run), answer);
    await saveAnswer(tx, run, answer.approve);
    const resumed = { runId, conversationId: run.conversationNumber, lastEventId: run.lastSeq };
    if (once) await saveResult(tx, once, resumed);
    return resumed;
  });
  await deps.runs.runNext({ userId: user.id, number: started.conversationId });
  return started;
}

function checkAnswer(pending: Approval[], answer: ApprovalAnswer): void {
  const unused = new Set(pending.flatMap(validAnswerIds));
  for (const [field, ids] of Object.entries(answer)) {
    const invalid = ids.find((id: string) => !unused.delete(id));
    if (invalid !== undefined) {
      const expected = `ids of calls that wait, each once: ${pending.map(({ id }) => id).join(", ")}`;
      throw new AppError("approval_not_found", 422, { field, values: { expected } });
    }
  }
  const answered = new Set([...answer.approve, ...answer.reject]);
  const twice = pending.find((approval) => isAnsweredTwice(approval, answered));
  if (twice) {
    const expected = `either ${twice.id} or its tasks, not both`;
    throw new AppError("approval_not_found", 422, { field: "approve", values: { expected } });
  }
  const missing = pending.filter((approval) => !isAnswered(approval, answered));
  if (missing.length > 0) {
    const expected = `an answer for each call that waits: ${missing.map(({ id }) => id).join(", ")}`;
    throw new AppError("approval_not_found", 422, { field: "approve", values: { expected } });
  }
}
