import { conversationNotFound } from "#app/conversations/runs/start-run.server";
import type { Db } from "#app/platform/database/database";
import type { ConversationSummary } from "./list-conversations.server";

/**
 * Sets the title of a person's conversation. Does not move it in the list.
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
