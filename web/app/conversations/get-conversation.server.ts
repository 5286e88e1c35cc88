import type { Db } from "#app/platform/database";
import { askedOf } from "./answer-approvals.server";
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
  const runs = await db.run.findMany({
    where: { userId, conversationNumber: id, status: { in: ["running", "awaiting_approval"] } },
    orderBy: { position: "asc" },
  });
  // The one that works, or the next of those that wait for their turn, or the latest question.
  const running = runs.filter(({ status }) => status === "running");
  const run = running.find(({ leaseOwner }) => leaseOwner) ?? running[0] ?? runs.at(-1);
  const messages = await readMessages(db, userId, id, SHOWN);
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
          approvals: run.status === "running" ? [] : askedOf(run),
          lastSeq: run.status === "running" ? await keptSeq(db, run.id) : run.lastSeq,
        }
      : null,
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
