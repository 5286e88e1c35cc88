import type { SessionUser } from "#app/accounts/session.server";
import type { Language } from "#app/assistant/language";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import type { Approval } from "./message";
import type { RunStart, StartedRun } from "./run";
import { LEASE_SECONDS } from "./run-lease.server";
import type { Runs } from "./runs.server";

/** A run that waited, and is now this process's to go on with. */
interface ClaimedRun {
  start: Omit<RunStart, "resume">;
  state: string;
  approvals: Approval[];
  lastEventId: number;
}

/**
 * Takes up the newest run of a conversation that waits for approval (or the one named), so that
 * nobody else can answer it too. Null when none waits.
 */
export async function claimApprovals(
  tx: Db,
  owner: string,
  user: SessionUser,
  conversationId: number,
  runId?: string,
): Promise<ClaimedRun | null> {
  const run = await tx.run.findFirst({
    where: {
      ...(runId && { id: runId }),
      userId: user.id,
      conversationNumber: conversationId,
      status: "awaiting_approval",
    },
    orderBy: { createdAt: "desc" },
  });
  if (!run?.state) return null;
  const { count } = await tx.run.updateMany({
    where: { id: run.id, status: "awaiting_approval" },
    data: {
      status: "running",
      leaseOwner: owner,
      leaseUntil: new Date(Date.now() + LEASE_SECONDS * 1000),
    },
  });
  if (count === 0) return null;
  return {
    start: { runId: run.id, conversationId, user, language: run.language as Language },
    state: run.state,
    approvals: run.approvals as unknown as Approval[],
    lastEventId: run.lastSeq,
  };
}

/**
 * Answers what a run waits for and lets it go on. Every call that waits needs an answer.
 *
 * @throws AppError `run_not_found` (404), `run_not_waiting` (409), `approval_not_found` (422)
 */
export async function answerApprovals(
  rooms: { db: Db; runs: Runs },
  user: SessionUser,
  runId: string,
  answer: { approve: string[]; reject: string[] },
): Promise<StartedRun> {
  const { start, lastEventId } = await inTransaction(rooms.db, async (tx) => {
    const run = await tx.run.findFirst({ where: { id: runId, userId: user.id } });
    if (!run) throw new AppError("run_not_found", 404);
    const { owner } = rooms.runs;
    const claimed = await claimApprovals(tx, owner, user, run.conversationNumber, runId);
    if (!claimed) throw new AppError("run_not_waiting", 409);
    checkAnswer(claimed.approvals, answer);
    const { state, approvals } = claimed;
    const resume = { state, approvals, approve: new Set(answer.approve) };
    return { start: { ...claimed.start, resume }, lastEventId: claimed.lastEventId };
  });
  rooms.runs.begin(start);
  return { runId, conversationId: start.conversationId, lastEventId };
}

function checkAnswer(approvals: Approval[], answer: { approve: string[]; reject: string[] }): void {
  const waiting = new Set(approvals.map(({ id }) => id));
  for (const [field, ids] of Object.entries(answer)) {
    const stranger = ids.find((id) => !waiting.delete(id));
    if (stranger !== undefined) {
      const expected = `ids of calls that wait, each once: ${[...approvals.map(({ id }) => id)].join(", ")}`;
      throw new AppError("approval_not_found", 422, { field, values: { expected } });
    }
  }
  const open = [...waiting];
  if (open.length > 0) {
    const expected = `an answer for each call that waits: ${open.join(", ")}`;
    throw new AppError("approval_not_found", 422, { field: "approve", values: { expected } });
  }
}
