import { randomUUID } from "node:crypto";
import type { SessionUser } from "#app/accounts/session.server";
import { detectLanguage, type Language, readConsent } from "#app/assistant/language";
import type { AssistantLanguage } from "#app/i18n/conversation";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { askedOf, findWaiting, keepAnswer } from "./answer-approvals.server";
import { type Attachment, toPart } from "./attachment";
import { type ChatLimits, takeMessage } from "./chat-limits.server";
import { claimAttachments } from "./claim-attachments.server";
import { isBusy } from "./claim-run.server";
import { MESSAGE_MAX, titleOf } from "./message";
import type { ClaimedRun, StartedRun } from "./run";
import { appendEvents } from "./run-events.server";
import { LEASE_SECONDS, newLease } from "./run-lease.server";
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
  /** Ids of files to send with it; without them a message that stands for another keeps its files. */
  attachments?: string[];
}

/**
 * Keeps a message and begins the run that answers it, after those that the conversation is still
 * busy with. While a run waits for approval, a plain yes or no answers it; anything else runs and
 * leaves it waiting.
 *
 * @throws AppError `message_empty`, `message_too_long` (422), `conversation_not_found`,
 *   `message_not_found` (404), `conversation_busy` (409), and those of `takeMessage` (429)
 */
export async function startRun(
  rooms: { db: Db; runs: Runs; config: ChatLimits },
  user: SessionUser,
  { message, conversationId, language: wanted, replaces, attachments }: NewMessage,
): Promise<StartedRun> {
  const text = checkMessage(message, attachments);
  const { runs } = rooms;
  const { run, ...started } = await inTransaction(rooms.db, async (tx) => {
    await takeMessage(tx, rooms.config, user.id, runs.model.metered);
    const number = conversationId
      ? await reopenConversation(tx, user.id, conversationId)
      : await createConversation(tx, user.id, text);
    const before =
      replaces === undefined ? [] : await supersedeMessages(tx, user.id, number, replaces, text);
    const conversation = { userId: user.id, number, model: runs.model };
    const files = await claimAttachments(tx, conversation, attachments ?? before);
    if (text === "" && conversationId === undefined) await nameByFiles(tx, conversation, files);
    const consent = files.length === 0 && readConsent(text);
    const waiting = consent && (await findWaiting(tx, user.id, number));
    if (waiting) {
      const language = waiting.language as Language;
      await keepMessage(tx, waiting, { text, language, files });
      const approve = consent === "yes" ? askedOf(waiting).map(({ id }) => id) : [];
      await keepAnswer(tx, waiting, approve);
      return { runId: waiting.id, conversationId: number, lastEventId: waiting.lastSeq };
    }
    const language = wanted ?? (await languageFor(tx, user, number, text));
    const runId = randomUUID();
    const at = { userId: user.id, conversationNumber: number, id: runId };
    await keepMessage(tx, at, { text, language, files });
    const free = runs.open && !(await isBusy(tx, { userId: user.id, number }));
    const run = { runId, conversationId: number, user, language, lease: newLease(), takeovers: 0 };
    await createRun(tx, run, runs.model.name, free);
    return { runId, conversationId: number, lastEventId: 0, run: free ? run : undefined };
  });
  if (run) runs.begin(run);
  else await runs.workOn({ userId: user.id, number: started.conversationId });
  return started;
}

async function keepMessage(
  tx: Db,
  {
    id: runId,
    userId,
    conversationNumber,
  }: { id: string; userId: string; conversationNumber: number },
  { text, language, files }: { text: string; language: Language; files: Attachment[] },
): Promise<void> {
  const said = text === "" ? [] : [{ type: "text", text, language }];
  const parts = [...said, ...files.map((file) => ({ ...toPart(file) }))];
  await tx.message.create({ data: { userId, conversationNumber, runId, role: "user", parts } });
}

/** A message may be empty where a file says it all. */
function checkMessage(message: string, files: string[] = []): string {
  const text = message.trim();
  if (text === "" && files.length === 0)
    throw new AppError("message_empty", 422, { field: "message" });
  if (text.length > MESSAGE_MAX) {
    const values = { max: MESSAGE_MAX, length: text.length };
    throw new AppError("message_too_long", 422, { field: "message", values });
  }
  // PostgreSQL takes no NUL in a text.
  return text.replaceAll("\0", "");
}

/** The run of a message; without a lease it waits for its turn. */
async function createRun(
  tx: Db,
  { runId, conversationId, user, language, lease }: ClaimedRun,
  model: string,
  leased: boolean,
): Promise<void> {
  const owner = leased ? lease : null;
  await tx.$executeRaw`
    INSERT INTO run (id, user_id, conversation_number, status, language, model, time_zone,
      lease_owner, lease_until)
    VALUES (${runId}::uuid, ${user.id}, ${conversationId}, 'running', ${language}, ${model},
      ${user.timeZone}, ${owner}::text,
      CASE WHEN ${leased} THEN now() + make_interval(secs => ${LEASE_SECONDS}) END)`;
  const data = { run_id: runId, conversation_id: conversationId };
  await appendEvents(tx, { runId, lease: owner }, [{ type: "run.started", data }]);
}

/** Locks a conversation that goes on, so that its messages and runs keep their order. */
async function reopenConversation(tx: Db, userId: string, number: number): Promise<number> {
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

/** A conversation that begins with files alone is called by them. */
async function nameByFiles(
  tx: Db,
  { userId, number }: { userId: string; number: number },
  files: Attachment[],
): Promise<void> {
  const title = titleOf(files.map(({ name }) => name).join(", "));
  await tx.conversation.update({ where: { userId_number: { userId, number } }, data: { title } });
}

/** What to answer in: as the person chose, else as they write here. */
async function languageFor(
  tx: Db,
  { id: userId, locale }: SessionUser,
  conversationNumber: number,
  text: string,
): Promise<Language> {
  const [row] = await tx.$queryRaw<{ chosen: AssistantLanguage; last: Language | null }[]>`
    SELECT assistant_language AS chosen, (
      SELECT language FROM run
      WHERE user_id = ${userId} AND conversation_number = ${conversationNumber}
      ORDER BY position DESC LIMIT 1
    ) AS last
    FROM "user" WHERE id = ${userId}`;
  if (row && row.chosen !== "auto") return row.chosen;
  // A file alone is in no language: then it is the pages' own.
  return detectLanguage(text, row?.last ?? (text === "" && locale === "ur" ? "ur" : undefined));
}
