import type { Db } from "#app/platform/database/database";

/** True if the person has a conversation with this number. */
export async function hasConversation(db: Db, userId: string, id: number): Promise<boolean> {
  return (await db.conversation.count({ where: { userId, number: id } })) > 0;
}
