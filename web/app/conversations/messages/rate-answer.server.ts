import type { Db } from "#app/platform/database/database";

/** Stores a person's rating of parts of an answer; a later rating replaces an earlier one. */
export async function rateAnswer(
  db: Db,
  userId: string,
  conversationNumber: number,
  itemIds: string[],
  kind: "positive" | "negative",
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO feedback (user_id, conversation_number, item_id, kind)
    SELECT ${userId}, ${conversationNumber}, id, ${kind}
    FROM unnest(${[...new Set(itemIds)]}::text[]) AS id
    ON CONFLICT (user_id, conversation_number, item_id)
    DO UPDATE SET kind = excluded.kind, created_at = now()`;
}
