import type { SessionUser } from "#app/accounts/session.server";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import type { Run as RunRow } from "#app/platform/generated/client";
import { inTransaction } from "#app/platform/transaction";
import { answerable, isAnswered, isAnsweredTwice } from "./approved-rows";
import { lockConversation } from "./claim-run.server";
import type { Approval } from "./message";
import type { StartedRun } from "./run";
import type { Runs } from "./runs.server";

/**
 * What a person says to a run that waits: ids of calls, or of single tasks of a call that changes
 * several (`call#3`).
 */
export interface Answer {
  approve: string[];
  reject: string[];
}

/** The newest run of a conversation that waits for approval. The conversation is locked. */
export function findWaiting(
  tx: Db,
  userId: string,
  conversationNumber: number,
): Promise<RunRow | null> {
  return tx.run.findFirst({
    where: { userId, conversationNumber, status: "awaiting_approval" },
    orderBy: { position: "desc" },
  });
}

/** The calls that a waiting run asks about. */
export function askedOf(run: RunRow): Approval[] {
  const approvals = run.approvals as unknown as Approval[];
  return approvals.filter(({ before }) => before.length > 0);
}

/**
 * Keeps the answer to a run that waits, which then waits for a process, as a new one does. Its
 * conversation is locked.
 */
export async function keepAnswer(tx: Db, run: RunRow, approve: string[]): Promise<void> {
  await tx.run.update({
    where: { id: run.id },
    data: { status: "running", approved: approve, leaseOwner: null, leaseUntil: null },
  });
}

/**
 * Answers what a run waits for and lets it go on. Every call that it asks about needs an answer.
 *
 * @throws AppError `run_not_found` (404), `run_not_waiting` (409), `approval_not_found` (422)
 */
export async function answerApprovals(
  rooms: { db: Db; runs: Runs },
  user: SessionUser,
  runId: string,
  answer: Answer,
): Promise<StartedRun> {
  const where = { id: runId, userId: user.id };
  const { conversationNumber: number, lastSeq } = await inTransaction(rooms.db, async (tx) => {
    const found = await tx.run.findFirst({ where });
    if (!found) throw new AppError("run_not_found", 404);
    await lockConversation(tx, { userId: user.id, number: found.conversationNumber });
    const run = await tx.run.findFirst({ where: { ...where, status: "awaiting_approval" } });
    if (!run) throw new AppError("run_not_waiting", 409);
    checkAnswer(askedOf(run), answer);
    await keepAnswer(tx, run, answer.approve);
    return run;
  });
  await rooms.runs.workOn({ userId: user.id, number });
  return { runId, conversationId: number, lastEventId: lastSeq };
}

function checkAnswer(asked: Approval[], answer: Answer): void {
  const open = new Set(asked.flatMap(answerable));
  for (const [field, ids] of Object.entries(answer)) {
    const stranger = ids.find((id: string) => !open.delete(id));
    if (stranger !== undefined) {
      const expected = `ids of calls that wait, each once: ${asked.map(({ id }) => id).join(", ")}`;
      throw new AppError("approval_not_found", 422, { field, values: { expected } });
    }
  }
  const answered = new Set([...answer.approve, ...answer.reject]);
  const twice = asked.find((approval) => isAnsweredTwice(approval, answered));
  if (twice) {
    const expected = `either ${twice.id} or its tasks, not both`;
    throw new AppError("approval_not_found", 422, { field: "approve", values: { expected } });
  }
  const left = asked.filter((approval) => !isAnswered(approval, answered));
  if (left.length > 0) {
    const expected = `an answer for each call that waits: ${left.map(({ id }) => id).join(", ")}`;
    throw new AppError("approval_not_found", 422, { field: "approve", values: { expected } });
  }
}
