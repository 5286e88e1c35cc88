import { RUN_STOP_CHANNEL } from "#app/conversations/runs/run-supervisor.server";
import { conversationNotFound } from "#app/conversations/runs/start-run.server";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";

/**
 * Deletes a person's conversation permanently, with its messages, runs and attachments. Stops its
 * running runs. Changes that runs made to tasks stay, with their history.
 *
 * @throws AppError `conversation_not_found` (404)
 */
export async function deleteConversation(db: Db, userId: string, id: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const inConversation = { userId, conversationNumber: id };
    const unfinished = await tx.run.findMany({
      where: { ...inConversation, status: { notIn: ["completed", "failed", "cancelled"] } },
      select: { id: true },
    });
    for (const run of unfinished) {
      await tx.$queryRaw`SELECT pg_notify(${RUN_STOP_CHANNEL}, ${run.id})::text`;
    }
    const { count } = await tx.conversation.deleteMany({ where: { userId, number: id } });
    if (count === 0) throw conversationNotFound(id);
    // Only now: deleting the conversation has waited for a concurrent message, which may have
    // assigned attachments to it.
    // What is on a task stays there.
    await tx.attachment.updateMany({
      where: { ...inConversation, tasks: { some: {} } },
      data: { conversationNumber: null },
    });
    await tx.attachment.deleteMany({ where: inConversation });
  });
}
