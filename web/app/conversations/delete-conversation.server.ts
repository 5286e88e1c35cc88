import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { RUN_STOP_CHANNEL } from "./runs.server";
import { conversationNotFound } from "./start-run.server";

/**
 * Removes a person's conversation for ever, with its messages, runs and attachments. A run that
 * works on it is stopped; what runs did to tasks stays, and so does the history of the tasks.
 *
 * @throws AppError `conversation_not_found` (404)
 */
export async function deleteConversation(db: Db, userId: string, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const within = { userId, conversationNumber: id };
    const working = await tx.run.findMany({
      where: { ...within, status: { notIn: ["completed", "failed", "cancelled"] } },
      select: { id: true },
    });
    for (const run of working) {
      await tx.$queryRaw`SELECT pg_notify(${RUN_STOP_CHANNEL}, ${run.id})::text`;
    }
    const { count } = await tx.conversation.deleteMany({ where: { userId, number: id } });
    if (count === 0) throw conversationNotFound(id);
    // After it: a message that was on its way has given it its files by now.
    await tx.attachment.deleteMany({ where: within });
  });
}
