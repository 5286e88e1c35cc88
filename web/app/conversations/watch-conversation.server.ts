import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { type ConversationDetail, getConversation } from "./get-conversation.server";
import { applyEvent, beginRun } from "./live-run";
import type { RunEvent } from "./run-event";

/** A conversation for readers that look again and again, or come back. */
export interface WatchedConversation extends ConversationDetail {
  /** Runs that wait for an answer. */
  waiting: string[];
}

/**
 * A conversation at one moment, with the message that is being written as far as it is.
 *
 * @throws AppError `conversation_not_found` (404)
 */
export function watchConversation(
  db: Db,
  userId: string,
  id: number,
): Promise<WatchedConversation> {
  return inTransaction(db, async (tx) => {
    // A message is not to be seen twice or not at all because it is kept just now.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`;
    const found = await getConversation(tx, userId, id);
    const runs = await tx.run.findMany({
      where: { userId, conversationNumber: id, status: "awaiting_approval" },
      select: { id: true },
    });
    const conversation = { ...found, waiting: runs.map((run) => run.id) };
    const { activeRun, messages } = conversation;
    if (activeRun?.status !== "running") return conversation;
    const events = await tx.runEvent.findMany({
      where: { runId: activeRun.id, seq: { gt: activeRun.lastSeq } },
      orderBy: { seq: "asc" },
    });
    const live = events.reduce(
      (run, { type, data }) => applyEvent(run, { type, data } as RunEvent),
      beginRun(activeRun.id),
    );
    if (live.parts.length === 0) return conversation;
    const asked = messages.findLastIndex(({ runId }) => runId === activeRun.id);
    const growing = {
      id: "",
      role: "assistant",
      createdAt: (events[0]?.createdAt ?? new Date()).toISOString(),
      runId: activeRun.id,
      parts: live.parts,
    } as const;
    return { ...conversation, messages: messages.toSpliced(asked + 1, 0, growing) };
  });
}
