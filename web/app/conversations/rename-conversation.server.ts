import type { Db } from "#app/platform/database";
import type { ConversationSummary } from "./list-conversations.server";
import { conversationNotFound } from "./start-run.server";

/**
 * Gives a person's conversation another name. Its place in the list stays.
 *
 * @param title 1 to 120 characters, trimmed
 * @throws AppError `conversation_not_found` (404)
 */
export async function renameConversation(
  db: Db,
  userId: string,
  id: number,
  title: string,
): Promise<ConversationSummary> {
  const [row] = await db.conversation.updateManyAndReturn({
    where: { userId, number: id },
    data: { title },
  });
  if (!row) throw conversationNotFound(id);
  const { createdAt, updatedAt } = row;
  return { id, title, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
