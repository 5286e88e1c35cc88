import type { Language } from "#app/assistant/language";
import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { SECONDS_LEFT } from "#app/platform/limits";
import { query } from "#app/platform/query";
import { type ChatLimits, tokenWindow, type Use } from "./chat-limits.server";

/** How things stand for a message that has come. */
export interface Standing extends Use {
  /** A run of the conversation works, or waits for its turn. */
  busy: boolean;
  /** What the person wants answers in; null for what they write in. */
  chosen: Language | null;
  /** What was answered in last. */
  last: Language | null;
}

/**
 * Reads all that decides what becomes of a message, in one statement. The person's count of messages
 * and the conversation are held by now, so that nothing of it changes.
 *
 * @param conversationNumber null for a conversation that begins
 */
export async function readStanding(
  tx: Db,
  userId: string,
  conversationNumber: number | null,
  { TOKENS_PER_DAY }: ChatLimits,
): Promise<Standing> {
  const within = Prisma.sql`user_id = ${userId} AND conversation_number = ${conversationNumber}`;
  // Two statements: one that took null for a number would be planned anew each time.
  const begins = conversationNumber === null;
  const earlier = begins
    ? Prisma.sql`NULL AS last, FALSE AS busy`
    : Prisma.sql`(
        SELECT language FROM run WHERE ${within} ORDER BY position DESC LIMIT 1
      ) AS last, EXISTS (
        SELECT FROM run WHERE ${within} AND status = 'running'
      ) AS busy`;
  const [standing] = await query<Standing>(
    tx,
    Prisma.sql`
    SELECT NULLIF(assistant_language, 'auto') AS chosen, ${earlier}, (
      SELECT count(*)::integer FROM run WHERE user_id = ${userId} AND status = 'running'
    ) AS running, (
      SELECT ${SECONDS_LEFT} FROM attempt
      WHERE key = ${tokenWindow(userId).key} AND count >= ${TOKENS_PER_DAY} AND ends_at > now()
    ) AS "spentFor"
    FROM "user" WHERE id = ${userId}`,
    begins ? "read standing of a person" : "read standing",
  );
  if (!standing) throw new Error(`person ${userId} is gone`);
  return standing;
}
