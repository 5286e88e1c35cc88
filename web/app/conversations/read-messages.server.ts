import type { Db } from "#app/platform/database";
import type { Message, MessagePart } from "./message";

/** So many of the newest messages a model is given. */
const HISTORY = 40;

/** The newest messages of a conversation that stand, as they were said and answered. */
export async function readMessages(
  db: Db,
  userId: string,
  conversationNumber: number,
  limit = HISTORY,
): Promise<Message[]> {
  const rows = await db.message.findMany({
    where: { userId, conversationNumber, supersededAt: null },
    orderBy: { id: "desc" },
    take: limit,
  });
  const messages = rows.reverse().map(
    (row): Message => ({
      id: String(row.id),
      role: row.role === "user" ? "user" : "assistant",
      createdAt: row.createdAt.toISOString(),
      runId: row.runId,
      parts: row.parts as unknown as MessagePart[],
    }),
  );
  return answersInPlace(messages);
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
