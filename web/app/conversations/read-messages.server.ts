import type { Db } from "#app/platform/database";
import type { Message, MessagePart } from "./message";

/** So many of the newest messages a model is given. */
const HISTORY = 40;

/** The newest messages of a conversation that stand, oldest first. */
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
  return rows.reverse().map((row) => ({
    id: String(row.id),
    role: row.role === "user" ? "user" : "assistant",
    createdAt: row.createdAt.toISOString(),
    runId: row.runId,
    parts: row.parts as unknown as MessagePart[],
  }));
}
