import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import type { Message } from "./message";

/** So many of the newest messages a model is given. */
const HISTORY = 40;

/** The newest messages of a conversation that stand, as they were said and answered. */
export async function readMessages(
  db: Db,
  userId: string,
  conversationNumber: number,
  limit = HISTORY,
): Promise<Message[]> {
  const rows = await query<Omit<Message, "createdAt"> & { createdAt: Date }>(
    db,
    Prisma.sql`
    SELECT id::text, role, created_at AS "createdAt", run_id::text AS "runId", parts FROM message
    WHERE user_id = ${userId} AND conversation_number = ${conversationNumber}
      AND superseded_at IS NULL
    ORDER BY message.id DESC LIMIT ${limit}`,
    "read messages",
  );
  return answersInPlace(
    rows.reverse().map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
  );
}

/** Puts each answer behind the message that it answers: others may have been sent meanwhile. */
function answersInPlace(messages: Message[]): Message[] {
  const placed: Message[] = [];
  for (const message of messages) {
    const asked =
      message.role === "assistant"
        ? placed.findLastIndex(({ runId }) => runId === message.runId)
        : -1;
    placed.splice(asked < 0 ? placed.length : asked + 1, 0, message);
  }
  return placed;
}
