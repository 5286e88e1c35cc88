import { randomUUID } from "node:crypto";
import { setImmediate as immediate } from "node:timers/promises";
import type { SessionUser } from "#app/accounts/session/session.server";
import { readReply } from "#app/assistant/consent/read-reply";
import { detectLanguage, type Language } from "#app/assistant/language";
import type { Attachment } from "#app/attachments/attachment";
import { languageOfChoice } from "#app/conversations/answers/open-choices";
import { saveAnswer } from "#app/conversations/approvals/answer-approvals.server";
import { pendingApprovals, questionOf } from "#app/conversations/approvals/pending-approvals";
import {
  findWaitingRuns,
  withdrawApprovals,
} from "#app/conversations/approvals/withdraw-approvals.server";
import { claimAttachments } from "#app/conversations/attachments/claim-attachments.server";
import { toPart } from "#app/conversations/attachments/to-part";
import {
  type Approval,
  MESSAGE_MAX,
  type MessagePart,
  titleOf,
} from "#app/conversations/messages/message";
import { readMessages } from "#app/conversations/messages/read-messages.server";
import { supersedeMessages } from "#app/conversations/messages/supersede-messages.server";
import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { allInTransaction, inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma, type Run as RunRow } from "#app/platform/generated/client";
import { claimKey, type OnceKey, saveResult } from "#app/platform/idempotency";
import { currentTraceParent } from "#app/platform/tracing/span";
import { assertWithinLimits, type ChatLimits, countMessage } from "./chat-limits.server";
import { readRunPreconditions } from "./read-run-preconditions.server";
import type { ClaimedRun, StartedRun } from "./run";
import type { RunEvent } from "./run-event";
import { toJsonb } from "./run-events.server";
import { LEASE_SECONDS, newLease } from "./run-lease.server";
import type { RunSupervisor } from "./run-supervisor.server";

/** A message from a person. */
export interface NewMessage {
  message: string;
  /** Number of the conversation to continue; without it a new one begins. */
  conversationId?: number;
  /** Language of the answer; by default the person's preference, or that of the message. */
  language?: Language;
  /** Id of the person's message that this one replaces, together with everything after it. */
  replaces?: string;
  /** Ids of attachments; by default those of the replaced message, if any. */
  attachments?: string[];
  /** When it was said, if that is some time ago. */
  saidAt?: Date;
  /** Whether it may be the person's answer to a question that waits, as by default; else it withdraws it. */
  mayAnswer?: boolean;
  /** Starts one run for all requests with this key. */
  once?: OnceKey | null;
}

/**
 * Stores a message and starts the run that answers it, or queues it while the conversation is busy.
 * If a run awaits approval, the message answers its question or withdraws it; see {@link hear}.
 *
 * A request that repeats another's key gets the run of that one.
 *
 * @throws AppError `message_empty`, `message_too_long` (422), `conversation_not_found`,
 *   `message_not_found` (404), `conversation_busy` (409), and those of `countMessage` and
 *   `assertWithinLimits` (429), `claimAttachments`
 */
export async function startRun(
  deps: { db: Db; runs: RunSupervisor; config: ChatLimits },
  user: SessionUser,
  {
    message,
    conversationId,
    language: requested,
    replaces,
    attachments,
    saidAt,
    mayAnswer = true,
    once,
  }: NewMessage,
): Promise<StartedRun> {
  const text = checkMessage(message, attachments);
  const { runs } = deps;
  const committed: Promise<StartedRun> = inTransaction(deps.db, async (tx) => {
    const earlier = once && (await claimKey<StartedRun>(tx, once));
    if (earlier) return { ...earlier.result, startNow: false };
    // Pipelined on one connection and executed in this order: the first two take the locks that the
    // third relies on.
    const [, number, preconditions, messages] = await allInTransaction([
      countMessage(tx, deps.config, user.id),
      conversationId
        ? reopenConversation(tx, user.id, conversationId)
        : createConversation(tx, user.id, text),
      readRunPreconditions(tx, user.id, conversationId ?? null, deps.config),
      conversationId && replaces === undefined ? readMessages(tx, user.id, conversationId) : [],
    ]);
    assertWithinLimits(preconditions, deps.config, runs.model);
    const replacedFiles =
      replaces === undefined ? [] : await supersedeMessages(tx, user.id, number, replaces, text);
    const conversation = { userId: user.id, number, model: runs.model };
    const files = await claimAttachments(tx, conversation, attachments ?? replacedFiles);
    if (text === "" && conversationId === undefined) await nameByFiles(tx, conversation, files);
    const heard = preconditions.waiting
      ? await hear(tx, conversation, { text, files, mayAnswer })
      : { rest: text, withdrew: [] };
    if ("resumed" in heard) {
      if (once) await saveResult(tx, once, heard.resumed);
      return { ...heard.resumed, startNow: false };
    }
    const { rest, withdrew } = heard;
    const { busy, preferredLanguage, lastLanguage } = preconditions;
    const language =
      requested ??
      preferredLanguage ??
      languageOfChoice(rest, messages) ??
      languageOf(rest, lastLanguage, user.locale);
    const parts = toParts({ text: rest, language, files });
    // What a yes allowed is done before what was said with it.
    const startNow = runs.accepting && !busy && rest === text;
    const runId = randomUUID();
    const run: ClaimedRun = {
      runId,
      conversationId: number,
      user,
      language,
      lease: newLease(),
      takeovers: 0,
      crashes: 0,
      traceParent: currentTraceParent(),
      saidAt: saidAt ?? null,
      withdrew,
    };
    const known = replaces === undefined && withdrew.length === 0;
    const history = known ? messages : await readMessages(tx, user.id, number);
    if (once) await saveResult(tx, once, { runId, conversationId: number, lastEventId: 0 });
    // Not awaited here, so that COMMIT is pipelined behind it; if it fails, COMMIT rolls back.
    const inserted = createRun(tx, run, parts, { model: runs.model.name, leased: startNow });
    // Awaited after the commit; until then a rejection must not count as unhandled.
    inserted.catch(() => {});
    // The model is requested while the transaction commits; its output is written after that.
    if (startNow) runs.start({ ...run, history: [...history, { role: "user", parts }] }, committed);
    return { runId, conversationId: number, lastEventId: 0, startNow, inserted };
  }).then(async ({ startNow, inserted, ...started }) => {
    const firstEvent = await inserted;
    return { ...started, ...(startNow && { firstEvent }) };
  });
  const started = await committed;
  // Let the writer send text that waited for the commit before the response that streams it.
  await immediate();
  if (!started.firstEvent) await runs.runNext({ userId: user.id, number: started.conversationId });
  return started;
}

/** How a message is heard while a run awaits approval. */
type Heard =
  /** It says only yes or no, and resumes the run. */
  | { resumed: StartedRun }
  /** It starts a run; `rest` is what follows the yes that it began with, else all of it. */
  | { rest: string; withdrew: Approval[] };

/**
 * Hears a message while a question waits. A yes answers the question, the last one if there are
 * several, and a no too. Anything else withdraws it, also what follows a no, and is a message as
 * any other: a question that stayed would be answered by a yes to something else.
 */
async function hear(
  tx: Db,
  conversation: { userId: string; number: number },
  { text, files, mayAnswer }: { text: string; files: Attachment[]; mayAnswer: boolean },
): Promise<Heard> {
  const waiting = await findWaitingRuns(tx, conversation);
  const last = waiting.at(-1);
  if (!last) return { rest: text, withdrew: [] };
  const pending = pendingApprovals(last);
  const { answer, rest, said = text } = readReply(text, questionOf(pending));
  const answers = files.length === 0 && (answer === "yes" || (answer === "no" && rest === ""));
  if (!mayAnswer || !answers) return { rest: text, withdrew: await withdrawApprovals(tx, waiting) };
  await withdrawApprovals(tx, waiting.slice(0, -1));
  const parts = toParts({ text: said, language: last.language as Language, files });
  await query(tx, insertMessage(last, parts));
  await saveAnswer(tx, last, answer === "yes" ? pending.map(({ id }) => id) : []);
  if (rest !== "") return { rest, withdrew: [] };
  const { id: runId, lastSeq: lastEventId } = last;
  return { resumed: { runId, conversationId: conversation.number, lastEventId } };
}

interface MessageContent {
  text: string;
  language: Language;
  files: Attachment[];
}

function toParts({ text, language, files }: MessageContent): MessagePart[] {
  const textParts: MessagePart[] = text === "" ? [] : [{ type: "text", text, language }];
  return [...textParts, ...files.map((file) => toPart(file))];
}

/** The statement that inserts a person's message of a run. */
function insertMessage(
  { id, userId, conversationNumber }: Pick<RunRow, "id" | "userId" | "conversationNumber">,
  parts: MessagePart[],
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO message (user_id, conversation_number, run_id, role, parts)
    VALUES (${userId}, ${conversationNumber}, ${id}::uuid, 'user', ${toJsonb(parts)}::jsonb)`;
}

/** Validates and trims a message, which may be empty if it has attachments. */
function checkMessage(message: string, files: string[] = []): string {
  const text = message.trim();
  if (text === "" && files.length === 0)
    throw new AppError("message_empty", 422, { field: "message" });
  if (text.length > MESSAGE_MAX) {
    const values = { max: MESSAGE_MAX, length: text.length };
    throw new AppError("message_too_long", 422, { field: "message", values });
  }
  // PostgreSQL accepts no NUL in text.
  return text.replaceAll("\0", "");
}

/**
 * Inserts a message, its run and the run's first event in one statement. Does not notify: nobody
 * can follow the run yet. Without a lease the run is queued.
 */
async function createRun(
  tx: Db,
  { runId, conversationId, user, language, lease, withdrew, traceParent, saidAt }: ClaimedRun,
  parts: MessagePart[],
  { model, leased }: { model: string; leased: boolean },
): Promise<RunEvent> {
  const keys = { id: runId, userId: user.id, conversationNumber: conversationId };
  const data = { run_id: runId, conversation_id: conversationId };
  await query(
    tx,
    Prisma.sql`
    WITH new_message AS (${insertMessage(keys, parts)}), first_event AS (
      INSERT INTO run_event (run_id, seq, type, data)
      VALUES (${runId}::uuid, 1, 'run.started', ${toJsonb(data)}::jsonb)
    )
    INSERT INTO run (id, user_id, conversation_number, status, language, model, time_zone, last_seq,
      withdrew, trace_parent, said_at, lease_owner, lease_until)
    VALUES (${runId}::uuid, ${user.id}, ${conversationId}, 'running', ${language}, ${model},
      ${user.timeZone}, 1, ${toJsonb(withdrew)}::jsonb, ${traceParent},
      ${saidAt}::timestamptz, ${leased ? lease : null}::text,
      CASE WHEN ${leased} THEN now() + make_interval(secs => ${LEASE_SECONDS}) END)`,
    "create run",
  );
  return { seq: 1, type: "run.started", data };
}

/** Locks an existing conversation, so that its messages and runs are ordered. */
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

/** The error for a number that is not of a conversation of the person. */
export function conversationNotFound(id: number): AppError {
  return new AppError("conversation_not_found", 404, { values: { id } });
}

async function createConversation(tx: Db, userId: string, text: string): Promise<number> {
  const [created] = await query<{ number: number }>(
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
  if (!created) throw new Error(`person ${userId} is gone`);
  return created.number;
}

/** Sets the title of a conversation whose first message has no text. */
async function nameByFiles(
  tx: Db,
  { userId, number }: { userId: string; number: number },
  files: Attachment[],
): Promise<void> {
  const title = titleOf(files.map(({ name }) => name).join(", "));
  await tx.conversation.update({ where: { userId_number: { userId, number } }, data: { title } });
}

/** The language of a message; without text, that of the last run, or of the pages. */
function languageOf(text: string, last: Language | null, locale: "en" | "ur"): Language {
  return detectLanguage(text, last ?? (text === "" && locale === "ur" ? "ur" : undefined));
}
