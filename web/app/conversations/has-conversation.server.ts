import type { Db } from "#app/platform/database";

/** True when a person has a conversation of this number. */
export async function hasConversation(db: Db, userId: string, id: number): Promise<boolean> {
  return (await db.conversation.count({ where: { userId, number: id } })) > 0;
}
