import type { Db } from "#app/platform/database/database";
import { Prisma } from "#app/platform/generated/client";

const { sql } = Prisma;

/** A conversation in a list. */
export interface ConversationSummary {
  id: number;
  title: string;
  createdAt: string;
  updatedAt: string;
}

/** A page of conversations, sorted by their last message. */
export interface ConversationPage {
  conversations: ConversationSummary[];
  /** Value of `after` for the next page; null on the last page. */
  nextCursor: number | null;
}

/**
 * Lists a page of a person's conversations.
 *
 * @param search words that all must occur in the title or in the messages
 * @param limit conversations per page
 * @param after number of the last conversation of the previous page
 * @param order `desc` starts with the most recent one
 */
export async function listConversations(
  db: Db,
  userId: string,
  {
    search = "",
    limit = 50,
    after,
    order = "desc",
  }: { search?: string; limit?: number; after?: number; order?: "asc" | "desc" } = {},
): Promise<ConversationPage> {
  const words = search.split(/\s+/).filter(Boolean);
  const [direction, beyond] = order === "desc" ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const rows = await db.$queryRaw<
    { number: number; title: string; createdAt: Date; updatedAt: Date }[]
  >`
    SELECT number, title, created_at AS "createdAt", updated_at AS "updatedAt"
    FROM conversation c
    WHERE user_id = ${userId} ${words.length > 0 ? matchesWords(words) : Prisma.empty}
      ${after === undefined ? Prisma.empty : startsAfter(userId, after, beyond)}
    ORDER BY updated_at ${direction}, number ${direction}
    LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  return {
    conversations: page.map(({ number, title, createdAt, updatedAt }) => ({
      id: number,
      title,
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    })),
    nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}

/** Condition that each word matches; search treats spelling variants as equal. */
const matchesWords = (words: string[]) => Prisma.sql`
  AND NOT EXISTS (
    SELECT FROM unnest(${words}::text[]) AS word
    WHERE search_normal(c.title) NOT LIKE search_pattern(word) AND NOT EXISTS (
      SELECT FROM message m, jsonb_array_elements(m.parts) AS part
      WHERE m.user_id = c.user_id AND m.conversation_number = c.number AND m.superseded_at IS NULL
        AND part ->> 'type' = 'text' AND search_normal(part ->> 'text') LIKE search_pattern(word)))`;

const startsAfter = (userId: string, number: number, beyond: Prisma.Sql) => Prisma.sql`
  AND (updated_at, number) ${beyond} (
    SELECT updated_at, number FROM conversation WHERE user_id = ${userId} AND number = ${number})`;
