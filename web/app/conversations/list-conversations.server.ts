import type { Db } from "#app/platform/database";

/** A conversation in a list. */
export interface ConversationSummary {
  id: number;
  title: string;
  updatedAt: string;
}

/** A person's newest conversations. */
export async function listConversations(
  db: Db,
  userId: string,
  limit = 50,
): Promise<ConversationSummary[]> {
  const rows = await db.conversation.findMany({
    where: { userId },
    orderBy: { updatedAt: "desc" },
    take: limit,
  });
  return rows.map(({ number, title, updatedAt }) => ({
    id: number,
    title,
    updatedAt: updatedAt.toISOString(),
  }));
}
