import { randomUUID } from "node:crypto";
import type { SessionUser } from "#app/accounts/session.server";
import { detectLanguage, type Language, readConsent } from "#app/assistant/language";
import type { AssistantLanguage } from "#app/i18n/conversation";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { claimApprovals } from "./answer-approvals.server";
import { type ChatLimits, takeMessage } from "./chat-limits.server";
import { MESSAGE_MAX, titleOf } from "./message";
import type { RunStart, StartedRun } from "./run";
import { appendEvents } from "./run-events.server";
import { LEASE_SECONDS } from "./run-lease.server";
import type { Runs } from "./runs.server";
import { supersedeMessages } from "./supersede-messages.server";

/** A message from a person. */
export interface NewMessage {
  message: string;
  /** Number of the conversation it goes on with; without one it begins a new one. */
  conversationId?: number;
  /** What to answer in; without it as the person chose, or as the message is written. */
  language?: Language;
  /** Id of the person's message that this one stands for, with all that came after it. */
  replaces?: string;
}

/**
 * Keeps a message and begins the run that answers it. While a run of the conversation waits for
 * approval, a plain yes or no answers it; anything else runs and leaves it waiting.
 *
 * @throws AppError `message_empty`, `message_too_long` (422), `conversation_not_found`,
 *   `message_not_found` (404), `conversation_busy` (409), and those of `takeMessage` (429)
 */
export async function startRun(
  rooms: { db: Db; runs: Runs; config: ChatLimits },
  user: SessionUser,
  { message, conversationId, language: wanted, replaces }: NewMessage,
): Promise<StartedRun> {
  const text = checkMessage(message);
  const { runs } = rooms;
  const { start, lastEventId } = await inTransaction(rooms.db, async (tx) => {
    await takeMessage(tx, rooms.config, user.id, runs.model.metered);
    const number = conversationId
      ? await lockConversation(tx, user.id, conversationId)
      : await createConversation(tx, user.id, text);
    if (replaces !== undefined) await supersedeMessages(tx, user.id, number, replaces, text);
    const consent = readConsent(text);
    const waiting = consent && (await claimApprovals(tx, runs.owner, user, number));
    const language =
      waiting?.start.language ?? wanted ?? (await languageFor(tx, user.id, number, text));
    const runId = waiting?.start.runId ?? randomUUID();
    await tx.message.create({
      data: {
        userId: user.id,
        conversationNumber: number,
        runId,
        role: "user",
        parts: [{ type: "text", text, language }],
      },
    });
    if (waiting) {
      const approve = new Set(consent === "yes" ? waiting.approvals.map(({ id }) => id) : []);
      const { state, approvals } = waiting;
      const start: RunStart = { ...waiting.start, resume: { state, approvals, approve } };
      return { start, lastEventId: waiting.lastEventId };
    }
    const start: RunStart = { runId, conversationId: number, user, language };
    await createRun(tx, start, runs);
    return { start, lastEventId: 0 };
  });
  runs.begin(start);
  return { runId: start.runId, conversationId: start.conversationId, lastEventId };
}

function checkMessage(message: string): string {
  const text = message.trim();
  if (text === "") throw new AppError("message_empty", 422, { field: "message" });
  if (text.length > MESSAGE_MAX) {
    const values = { max: MESSAGE_MAX, length: text.length };
    throw new AppError("message_too_long", 422, { field: "message", values });
  }
  // PostgreSQL takes no NUL in a text.
  return text.replaceAll("\0", "");
}

async function createRun(tx: Db, start: RunStart, runs: Runs): Promise<void> {
  await tx.run.create({
    data: {
      id: start.runId,
      userId: start.user.id,
      conversationNumber: start.conversationId,
      status: "running",
      language: start.language,
      model: runs.model.name,
      leaseOwner: runs.owner,
      leaseUntil: new Date(Date.now() + LEASE_SECONDS * 1000),
    },
  });
  const data = { run_id: start.runId, conversation_id: start.conversationId };
  await appendEvents(tx, start.runId, [{ type: "run.started", data }]);
}

async function lockConversation(tx: Db, userId: string, number: number): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    UPDATE conversation SET updated_at = now()
    WHERE user_id = ${userId} AND number = ${number} RETURNING number`;
  if (rows.length === 0) throw conversationNotFound(number);
  return number;
}

/** The error for a number that names no conversation of this person. */
export function conversationNotFound(id: number): AppError {
  return new AppError("conversation_not_found", 404, { values: { id } });
}

async function createConversation(tx: Db, userId: string, text: string): Promise<number> {
  const { lastConversationNumber: number } = await tx.user.update({
    where: { id: userId },
    data: { lastConversationNumber: { increment: 1 } },
    select: { lastConversationNumber: true },
  });
  await tx.conversation.create({ data: { userId, number, title: titleOf(text) } });
  return number;
}

/** What to answer in: as the person chose, else as they write here. */
async function languageFor(
  tx: Db,
  userId: string,
  conversationNumber: number,
  text: string,
): Promise<Language> {
  const [row] = await tx.$queryRaw<{ chosen: AssistantLanguage; last: Language | null }[]>`
    SELECT assistant_language AS chosen, (
      SELECT language FROM run
      WHERE user_id = ${userId} AND conversation_number = ${conversationNumber}
      ORDER BY created_at DESC LIMIT 1
    ) AS last
    FROM "user" WHERE id = ${userId}`;
  if (row && row.chosen !== "auto") return row.chosen;
  return detectLanguage(text, row?.last ?? undefined);
}
