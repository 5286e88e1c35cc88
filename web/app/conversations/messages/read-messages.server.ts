import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import type { Message } from "./message";
import { parseMessageParts } from "./message-schema";

/** Number of messages in a model's history. */
const HISTORY_LIMIT = 40;

type MessageRow = Omit<Message, "createdAt" | "parts"> & { createdAt: Date; parts: unknown };

/**
 * The newest messages of a conversation that were not superseded, oldest first, each answer right
 * after its question.
 *
 * @param limit most messages to read; by default those that a model is given
 */
export async function readMessages(
  db: Db,
  userId: string,
  conversationNumber: number,
  limit = HISTORY_LIMIT,
): Promise<Message[]> {
  const rows = await query<MessageRow>(
    db,
    Prisma.sql`
    SELECT id::text, role, created_at AS "createdAt", run_id::text AS "runId", parts FROM message
    WHERE user_id = ${userId} AND conversation_number = ${conversationNumber}
      AND superseded_at IS NULL
    ORDER BY message.id DESC LIMIT ${limit}`,
    "read messages",
  );
  return sortAnswers(
    rows.reverse().map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      parts: parseMessageParts(row.parts),
    })),
  );
}

/** Moves each answer behind its question: others may have been sent before it was stored. */
function sortAnswers(messages: Message[]): Message[] {
  const sorted: Message[] = [];
  for (const message of messages) {
    const question =
      message.role === "assistant"
        ? sorted.findLastIndex(({ runId }) => runId === message.runId)
        : -1;
    sorted.splice(question < 0 ? sorted.length : question + 1, 0, message);
  }
  return sorted;
}
