import type { Db } from "#app/platform/database";

/** Keeps what a person thinks of parts of an answer; the last word counts. */
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
