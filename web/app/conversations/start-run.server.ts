import { randomUUID } from "node:crypto";
import { setImmediate as immediate } from "node:timers/promises";
import type { SessionUser } from "#app/accounts/session.server";
import { detectLanguage, type Language, readConsent } from "#app/assistant/language";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { Prisma, type Run as RunRow } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { inTransaction } from "#app/platform/transaction";
import { askedOf, findWaiting, keepAnswer } from "./answer-approvals.server";
import { type Attachment, toPart } from "./attachment";
import { type ChatLimits, checkUse, countMessage } from "./chat-limits.server";
import { claimAttachments } from "./claim-attachments.server";
import { MESSAGE_MAX, type MessagePart, titleOf } from "./message";
import { readMessages } from "./read-messages.server";
import { readStanding } from "./read-standing.server";
import type { ClaimedRun, StartedRun } from "./run";
import type { RunEvent } from "./run-event";
import { toJsonb } from "./run-events.server";
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
 *   `message_not_found` (404), `conversation_busy` (409), and those of
 *   `countMessage` and `checkUse` (429)
 */
export async function startRun(
  rooms: { db: Db; runs: Runs; config: ChatLimits },
  user: SessionUser,
  { message, conversationId, language: wanted, replaces, attachments }: NewMessage,
): Promise<StartedRun> {
  const text = checkMessage(message, attachments);
  const { runs } = rooms;
  const kept: Promise<StartedRun> = inTransaction(rooms.db, async (tx) => {
    // Sent together, and done in this order: the count and the conversation are held by the third.
    const [, number, standing, messages] = await Promise.all([
      countMessage(tx, rooms.config, user.id),
      conversationId
        ? reopenConversation(tx, user.id, conversationId)
        : createConversation(tx, user.id, text),
      readStanding(tx, user.id, conversationId ?? null, rooms.config),
      conversationId && replaces === undefined ? readMessages(tx, user.id, conversationId) : [],
    ]);
    checkUse(standing, rooms.config, runs.model);
    const before =
      replaces === undefined ? [] : await supersedeMessages(tx, user.id, number, replaces, text);
    const conversation = { userId: user.id, number, model: runs.model };
    const files = await claimAttachments(tx, conversation, attachments ?? before);
    if (text === "" && conversationId === undefined) await nameByFiles(tx, conversation, files);
    const consent = files.length === 0 && readConsent(text);
    const waiting = consent && (await findWaiting(tx, user.id, number));
    if (waiting) {
      const language = waiting.language as Language;
      await query(tx, insertMessage(waiting, partsOf({ text, language, files })));
      const approve = consent === "yes" ? askedOf(waiting).map(({ id }) => id) : [];
      await keepAnswer(tx, waiting, approve);
      const { id: runId, lastSeq: lastEventId } = waiting;
      return { runId, conversationId: number, lastEventId, free: false };
    }
    const { busy, chosen, last } = standing;
    const language = wanted ?? chosen ?? languageOf(text, last, user.locale);
    const parts = partsOf({ text, language, files });
    const free = runs.open && !busy;
    const runId = randomUUID();
    const run: ClaimedRun = {
      runId,
      conversationId: number,
      user,
      language,
      lease: newLease(),
      takeovers: 0,
    };
    const earlier = replaces === undefined ? messages : await readMessages(tx, user.id, number);
    // Sent and not waited for: the commit goes right behind it, and commits nothing where it fails.
    const written = createRun(tx, run, parts, { model: runs.model.name, leased: free });
    written.catch(() => {});
    // The model thinks while the message is written, and says nothing before it is.
    if (free) runs.begin({ ...run, said: [...earlier, { role: "user", parts }] }, kept);
    return { runId, conversationId: number, lastEventId: 0, free, written };
  }).then(async ({ free, written, ...started }) => {
    const begun = await written;
    return { ...started, ...(free && { begun }) };
  });
  const started = await kept;
  // Words that waited for the message to be kept go ahead of the answer that they will be read in.
  await immediate();
  if (!started.begun) await runs.workOn({ userId: user.id, number: started.conversationId });
  return started;
}

/** What a person says, as it is kept. */
interface Said {
  text: string;
  language: Language;
  files: Attachment[];
}

function partsOf({ text, language, files }: Said): MessagePart[] {
  const said: MessagePart[] = text === "" ? [] : [{ type: "text", text, language }];
  return [...said, ...files.map((file) => toPart(file))];
}

/** The statement that keeps a message with the run that it goes to. */
function insertMessage(
  { id, userId, conversationNumber }: Pick<RunRow, "id" | "userId" | "conversationNumber">,
  parts: MessagePart[],
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO message (user_id, conversation_number, run_id, role, parts)
    VALUES (${userId}, ${conversationNumber}, ${id}::uuid, 'user', ${toJsonb(parts)}::jsonb)`;
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

/**
 * A message and its run, with the run's first event, in one statement. Nobody can follow it yet:
 * no notice is due. Without a lease it waits for its turn.
 */
async function createRun(
  tx: Db,
  { runId, conversationId, user, language, lease }: ClaimedRun,
  parts: MessagePart[],
  { model, leased }: { model: string; leased: boolean },
): Promise<RunEvent> {
  const at = { id: runId, userId: user.id, conversationNumber: conversationId };
  const data = { run_id: runId, conversation_id: conversationId };
  await query(
    tx,
    Prisma.sql`
    WITH said AS (${insertMessage(at, parts)}), begun AS (
      INSERT INTO run_event (run_id, seq, type, data)
      VALUES (${runId}::uuid, 1, 'run.started', ${toJsonb(data)}::jsonb)
    )
    INSERT INTO run (id, user_id, conversation_number, status, language, model, time_zone, last_seq,
      lease_owner, lease_until)
    VALUES (${runId}::uuid, ${user.id}, ${conversationId}, 'running', ${language}, ${model},
      ${user.timeZone}, 1, ${leased ? lease : null}::text,
      CASE WHEN ${leased} THEN now() + make_interval(secs => ${LEASE_SECONDS}) END)`,
    "create run",
  );
  return { seq: 1, type: "run.started", data };
}

/** Locks a conversation that goes on, so that its messages and runs keep their order. */
async function reopenConversation(tx: Db, userId: string, number: number): Promise<number> {
  const rows = await query(
    tx,
    Prisma.sql`
    UPDATE conversation SET updated_at = now()
    WHERE user_id = ${userId} AND number = ${number} RETURNING number`,
    "reopen conversation",
  );
  if (rows.length === 0) throw conversationNotFound(number);
  return number;
}

/** The error for a number that names no conversation of this person. */
export function conversationNotFound(id: number): AppError {
  return new AppError("conversation_not_found", 404, { values: { id } });
}

async function createConversation(tx: Db, userId: string, text: string): Promise<number> {
  const [made] = await query<{ number: number }>(
    tx,
    Prisma.sql`
    WITH numbered AS (
      UPDATE "user" SET last_conversation_number = last_conversation_number + 1
      WHERE id = ${userId} RETURNING last_conversation_number AS number
    )
    INSERT INTO conversation (user_id, number, title)
    SELECT ${userId}, number, ${titleOf(text)} FROM numbered RETURNING number`,
    "create conversation",
  );
  if (!made) throw new Error(`person ${userId} is gone`);
  return made.number;
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

/** What a message is written in. A file alone is in no language: then it is the pages' own. */
function languageOf(text: string, last: Language | null, locale: "en" | "ur"): Language {
  return detectLanguage(text, last ?? (text === "" && locale === "ur" ? "ur" : undefined));
}
