import {
  type ConversationDetail,
  getConversation,
} from "#app/conversations/list/get-conversation.server";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { applyEvent, createLiveRun } from "./live-run";
import { parseRunEvent } from "./run-event";

/** A conversation at one point in time, for clients that poll or reconnect. */
export interface ConversationSnapshot extends ConversationDetail {
  /** Ids of the runs that await approval. */
  waiting: string[];
}

/**
 * Reads a conversation, including the incomplete message of a running run.
 *
 * @throws AppError `conversation_not_found` (404)
 */
export function readConversationSnapshot(
  db: Db,
  userId: string,
  id: number,
): Promise<ConversationSnapshot> {
  return inTransaction(db, async (tx) => {
    // One snapshot for all queries: a message that is stored meanwhile must not be read twice (from
    // its row and from its events), nor be missing.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`;
    const found = await getConversation(tx, userId, id);
    const runs = await tx.run.findMany({
      where: { userId, conversationNumber: id, status: "awaiting_approval" },
      select: { id: true },
    });
    const conversation = { ...found, waiting: runs.map((run) => run.id) };
    const { activeRun, messages } = conversation;
    if (activeRun?.status !== "running") return conversation;
    const rows = await tx.runEvent.findMany({
      where: { runId: activeRun.id, seq: { gt: activeRun.lastSeq } },
      orderBy: { seq: "asc" },
    });
    const live = rows.map(parseRunEvent).reduce(applyEvent, createLiveRun(activeRun.id));
    if (live.parts.length === 0) return conversation;
    const question = messages.findLastIndex(({ runId }) => runId === activeRun.id);
    const incomplete = {
      id: "",
      role: "assistant",
      createdAt: (rows[0]?.createdAt ?? new Date()).toISOString(),
      runId: activeRun.id,
      parts: live.parts,
    } as const;
    return { ...conversation, messages: messages.toSpliced(question + 1, 0, incomplete) };
  });
}
