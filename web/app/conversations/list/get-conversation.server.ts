import { pendingApprovals } from "#app/conversations/approvals/pending-approvals";
import type { Approval, Message } from "#app/conversations/messages/message";
import { readMessages } from "#app/conversations/messages/read-messages.server";
import { conversationNotFound } from "#app/conversations/runs/start-run.server";
import type { Db } from "#app/platform/database/database";

/** Number of the newest messages that a page shows. */
const MESSAGES_SHOWN = 200;

/** A conversation with its messages and its current run. */
export interface ConversationDetail {
  id: number;
  title: string;
  createdAt: string;
  updatedAt: string;
  messages: Message[];
  activeRun: {
    id: string;
    status: "running" | "awaiting_approval";
    approvals: Approval[];
    /** Number of the last event that `messages` already include. */
    lastSeq: number;
  } | null;
}

/**
 * Reads a person's conversation.
 *
 * @throws AppError `conversation_not_found` (404)
 */
export async function getConversation(
  db: Db,
  userId: string,
  id: number,
): Promise<ConversationDetail> {
  const conversation = await db.conversation.findUnique({
    where: { userId_number: { userId, number: id } },
  });
  if (!conversation) throw conversationNotFound(id);
  const runs = await db.run.findMany({
    where: { userId, conversationNumber: id, status: { in: ["running", "awaiting_approval"] } },
    orderBy: { position: "asc" },
  });
  // The one being executed, else the next in the queue, else the last one that awaits approval.
  const running = runs.filter(({ status }) => status === "running");
  const run = running.find(({ leaseOwner }) => leaseOwner) ?? running[0] ?? runs.at(-1);
  const messages = await readMessages(db, userId, id, MESSAGES_SHOWN);
  return {
    id,
    title: conversation.title,
    createdAt: conversation.createdAt.toISOString(),
    updatedAt: conversation.updatedAt.toISOString(),
    messages,
    activeRun: run
      ? {
          id: run.id,
          status: run.status === "running" ? "running" : "awaiting_approval",
          approvals: run.status === "running" ? [] : pendingApprovals(run),
          lastSeq: run.status === "running" ? await lastStoredSeq(db, run.id) : run.lastSeq,
        }
      : null,
  };
}

/** The messages of a running run include its events up to the last time it awaited approval. */
async function lastStoredSeq(db: Db, runId: string): Promise<number> {
  const event = await db.runEvent.findFirst({
    where: { runId, type: "approval.required" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return event?.seq ?? 0;
}
