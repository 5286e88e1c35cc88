import type { Db } from "#app/platform/database";
import type { Approval, Message } from "./message";
import { readMessages } from "./read-messages.server";
import { conversationNotFound } from "./start-run.server";

/** So many of the newest messages a page shows. */
const SHOWN = 200;

/** A conversation with what was said, and the run that works on it or waits. */
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
    /** Number of its last event that the messages already hold. */
    lastSeq: number;
  } | null;
}

/**
 * One conversation of a person.
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
  const run = await db.run.findFirst({
    where: { userId, conversationNumber: id, status: { in: ["running", "awaiting_approval"] } },
    // One that works comes before one that waits.
    orderBy: [{ status: "desc" }, { createdAt: "desc" }],
  });
  const messages = await readMessages(db, userId, id, SHOWN);
  return {
    id,
    title: conversation.title,
    createdAt: conversation.createdAt.toISOString(),
    updatedAt: conversation.updatedAt.toISOString(),
    messages,
    activeRun: run && {
      id: run.id,
      status: run.status === "running" ? "running" : "awaiting_approval",
      approvals: run.status === "running" ? [] : (run.approvals as unknown as Approval[]),
      lastSeq: run.status === "running" ? await keptSeq(db, run.id) : run.lastSeq,
    },
  };
}

/** A running run's messages hold all up to its last pause. */
async function keptSeq(db: Db, runId: string): Promise<number> {
  const event = await db.runEvent.findFirst({
    where: { runId, type: "approval.required" },
    orderBy: { seq: "desc" },
    select: { seq: true },
  });
  return event?.seq ?? 0;
}
