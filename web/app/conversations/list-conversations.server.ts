import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";

const { sql } = Prisma;

/** A conversation in a list. */
export interface ConversationSummary {
  id: number;
  title: string;
  createdAt: string;
  updatedAt: string;
}

/** One page of conversations, by when they were last spoken in. */
export interface ConversationPage {
  conversations: ConversationSummary[];
  /** Number of the conversation that the next page comes after; null at the end. */
  nextCursor: number | null;
}

/**
 * A page of a person's conversations.
 *
 * @param search words that stand in the title or in what was said, each of them
 * @param after number of the last conversation of the page before
 * @param order `desc` begins with the one that was spoken in last
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
  const [direction, past] = order === "desc" ? [sql`DESC`, sql`<`] : [sql`ASC`, sql`>`];
  const rows = await db.$queryRaw<
    { number: number; title: string; createdAt: Date; updatedAt: Date }[]
  >`
    SELECT number, title, created_at AS "createdAt", updated_at AS "updatedAt"
    FROM conversation c
    WHERE user_id = ${userId} ${words.length > 0 ? saying(words) : Prisma.empty}
      ${after === undefined ? Prisma.empty : comesAfter(userId, after, past)}
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

/** Spelled in any of the ways that search takes for one. */
const saying = (words: string[]) => Prisma.sql`
  AND NOT EXISTS (
    SELECT FROM unnest(${words}::text[]) AS word
    WHERE search_normal(c.title) NOT LIKE search_pattern(word) AND NOT EXISTS (
      SELECT FROM message m, jsonb_array_elements(m.parts) AS part
      WHERE m.user_id = c.user_id AND m.conversation_number = c.number AND m.superseded_at IS NULL
        AND part ->> 'type' = 'text' AND search_normal(part ->> 'text') LIKE search_pattern(word)))`;

const comesAfter = (userId: string, number: number, past: Prisma.Sql) => Prisma.sql`
  AND (updated_at, number) ${past} (
    SELECT updated_at, number FROM conversation WHERE user_id = ${userId} AND number = ${number})`;
