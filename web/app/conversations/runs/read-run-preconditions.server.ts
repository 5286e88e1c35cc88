import type { Language } from "#app/assistant/language";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { SECONDS_LEFT } from "#app/platform/limits";
import { type AssistantUsage, type ChatLimits, tokenWindow } from "./chat-limits.server";

/** What decides how a message is handled. */
export interface RunPreconditions extends AssistantUsage {
  /** The conversation has a run that is running or queued. */
  busy: boolean;
  /** A run of the conversation awaits approval. */
  waiting: boolean;
  /** The language that the person chose for answers; null to use that of each message. */
  preferredLanguage: Language | null;
  /** The language of the conversation's last run. */
  lastLanguage: Language | null;
}

/**
 * Reads the preconditions of a message in one statement. The caller's transaction must hold the
 * locks of the person's message counter and of the conversation.
 *
 * @param conversationNumber null for a new conversation
 */
export async function readRunPreconditions(
  tx: Db,
  userId: string,
  conversationNumber: number | null,
  { TOKENS_PER_DAY }: ChatLimits,
): Promise<RunPreconditions> {
  const inConversation = Prisma.sql`
    user_id = ${userId} AND conversation_number = ${conversationNumber}`;
  // Two statements: with a nullable number, PostgreSQL would plan the prepared one anew each time.
  const isNew = conversationNumber === null;
  const ofConversation = isNew
    ? Prisma.sql`NULL AS "lastLanguage", FALSE AS busy, FALSE AS waiting`
    : Prisma.sql`(
        SELECT language FROM run WHERE ${inConversation} ORDER BY position DESC LIMIT 1
      ) AS "lastLanguage", EXISTS (
        SELECT FROM run WHERE ${inConversation} AND status = 'running'
      ) AS busy, EXISTS (
        SELECT FROM run WHERE ${inConversation} AND status = 'awaiting_approval'
      ) AS waiting`;
  const [preconditions] = await query<RunPreconditions>(
    tx,
    Prisma.sql`
    SELECT NULLIF(assistant_language, 'auto') AS "preferredLanguage", ${ofConversation}, (
      SELECT count(*)::integer FROM run WHERE user_id = ${userId} AND status = 'running'
    ) AS running, (
      SELECT ${SECONDS_LEFT} FROM attempt
      WHERE key = ${tokenWindow(userId).key} AND count >= ${TOKENS_PER_DAY} AND ends_at > now()
    ) AS "tokensResetIn"
    FROM "user" WHERE id = ${userId}`,
    isNew ? "read preconditions of a person" : "read preconditions",
  );
  if (!preconditions) throw new Error(`person ${userId} is gone`);
  return preconditions;
}
