import { randomUUID } from "node:crypto";
import { cleanName } from "#app/conversations/attachment-name";
import { checkContent } from "#app/conversations/attachment-type.server";
import { type AttachmentLimits, checkRoom } from "#app/conversations/store-attachment.server";
import type { Db } from "#app/platform/database";
import { AppError, isAppError } from "#app/platform/errors";
import { Prisma, type PrismaClient } from "#app/platform/generated/client";
import { toColumns } from "#app/tasks/task-row";
import { type AccountFile, accountFile } from "./account-file";

/** How much came in. */
export interface Imported {
  tasks: number;
  conversations: number;
}

type Json = Prisma.InputJsonObject;
type Part = AccountFile["conversations"][number]["messages"][number]["parts"][number];

/** A large file takes its time; so long at most. */
const LIMIT_MS = 60_000;

/**
 * Reads an export back into a person's account, all of it or nothing. Into an empty account
 * everything comes back under its own number; where numbers are taken, what comes is counted on
 * after them. What was there stays.
 *
 * @throws AppError `archive_invalid` (422) that says where the file does not fit, and
 *   `attachments_full` (413)
 */
export async function importAccount(
  { db, config }: { db: PrismaClient; config: AttachmentLimits },
  userId: string,
  text: string,
): Promise<Imported> {
  const file = readFile(text);
  const attached = await readAttached(file);
  return write(db, userId, file, { attached, config }).catch((error: unknown) => {
    // What only the database can see, such as half a surrogate pair inside JSON.
    if (isRefusedValue(error)) throw new AppError("archive_invalid", 422, { cause: error });
    throw error;
  });
}

type Attached = Pick<
  Prisma.AttachmentCreateManyInput,
  "id" | "name" | "mediaType" | "size" | "content" | "createdAt"
>;

interface Attachments {
  /** The files of each conversation, by its place in the file, and their new ids by the old ones. */
  attached: { files: Attached[]; ids: Map<string, string> }[];
  config: AttachmentLimits;
}

/**
 * The files in an export, each with what its content says it is: an export may have been edited,
 * and what is kept is given out again.
 */
function readAttached({ conversations }: AccountFile): Promise<Attachments["attached"]> {
  return Promise.all(
    conversations.map(async ({ attachments }, at) => {
      const ids = new Map<string, string>();
      const files: Attached[] = [];
      for (const [index, { id: old, name, content, created_at }] of attachments.entries()) {
        if (content === null) continue;
        const bytes = Buffer.from(content, "base64");
        const mediaType = await checkContent(bytes).catch((error: unknown) => {
          const field = `conversations.${at}.attachments.${index}`;
          const reason = isAppError(error) ? String(error.values.expected ?? "less") : "";
          throw new AppError("archive_invalid", 422, { field, values: { at: field, reason } });
        });
        const id = randomUUID();
        if (old) ids.set(old, id);
        const kept = { name: cleanName(name, mediaType), mediaType, size: bytes.length };
        files.push({ id, ...kept, content: bytes, createdAt: created_at });
      }
      return { files, ids };
    }),
  );
}

function write(
  db: PrismaClient,
  userId: string,
  file: AccountFile,
  attachments: Attachments,
): Promise<Imported> {
  return db.$transaction(
    async (tx) => {
      // Nobody counts a number meanwhile.
      await tx.$queryRaw`SELECT 1 FROM "user" WHERE id = ${userId} FOR UPDATE`;
      const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
      await writeTasks(tx, userId, file, user.lastTaskNumber);
      const conversations = { file, offset: user.lastConversationNumber };
      await writeConversations(tx, userId, conversations, attachments);
      const { time_zone: timeZone, locale, theme, numerals } = file.account;
      const { assistant_language: assistantLanguage } = file.account;
      await tx.user.update({
        where: { id: userId },
        data: {
          timeZone,
          locale,
          theme,
          numerals,
          assistantLanguage,
          lastTaskNumber: user.lastTaskNumber + highest(file.account.last_task_id, file.tasks),
          lastConversationNumber:
            user.lastConversationNumber +
            highest(file.account.last_conversation_id, file.conversations),
        },
      });
      return { tasks: file.tasks.length, conversations: file.conversations.length };
    },
    { timeout: LIMIT_MS },
  );
}

function readFile(text: string): AccountFile {
  let json: unknown;
  try {
    // PostgreSQL keeps no NUL, neither in a text nor in JSON.
    json = text.includes("\\u0000") ? undefined : JSON.parse(text);
  } catch {
    throw new AppError("archive_invalid", 422);
  }
  const parsed = accountFile.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.path.join(".");
  throw new AppError("archive_invalid", 422, {
    field: at || undefined,
    values: at ? { at: at.slice(0, 200), reason: issue?.message.slice(0, 200) } : {},
  });
}

async function writeTasks(tx: Db, userId: string, file: AccountFile, offset: number) {
  await tx.task.createMany({
    data: file.tasks.map(({ due_at, ...task }) => ({
      ...toColumns({ ...task, dueAt: due_at, version: undefined }),
      userId,
      number: task.id + offset,
      title: task.title,
      previousNumber: task.previous_id === null ? null : task.previous_id + offset,
      completedAt: task.completed_at,
      deletedAt: task.deleted_at,
      createdAt: task.created_at,
      updatedAt: task.updated_at,
      version: task.version,
    })),
  });
  const moved = (json: AccountFile["history"][number]["before"]) =>
    json === null
      ? Prisma.DbNull
      : ({ ...json, ...(typeof json.id === "number" && { id: json.id + offset }) } as Json);
  await tx.taskChange.createMany({
    data: file.history.map(({ task_id, actor, action, before, after, created_at }) => ({
      userId,
      taskNumber: task_id + offset,
      actor,
      action,
      before: moved(before),
      after: moved(after),
      createdAt: created_at,
    })),
  });
}

async function writeConversations(
  tx: Db,
  userId: string,
  { file, offset }: { file: AccountFile; offset: number },
  { attached, config }: Attachments,
) {
  const rows = file.conversations.map((conversation, index) => ({
    ...conversation,
    number: conversation.id + offset,
    files: attached[index]?.files ?? [],
    ids: attached[index]?.ids,
  }));
  await tx.conversation.createMany({
    data: rows.map(({ number, title, created_at, updated_at }) => ({
      userId,
      number,
      title,
      createdAt: created_at,
      updatedAt: updated_at,
    })),
  });
  await tx.message.createMany({
    data: rows.flatMap(({ number: conversationNumber, messages, ids }) =>
      messages.map(({ role, parts, created_at, superseded_at }) => ({
        userId,
        conversationNumber,
        role,
        parts: parts.map((part) => withNewId(part, ids)) as Prisma.InputJsonArray,
        createdAt: created_at,
        supersededAt: superseded_at,
      })),
    ),
  });
  const files = rows.flatMap(({ number: conversationNumber, files: own }) =>
    own.map((one) => ({ ...one, userId, conversationNumber })),
  );
  if (files.length === 0) return;
  await checkRoom(
    tx,
    config,
    userId,
    files.reduce((sum, { size }) => sum + size, 0),
  );
  await tx.attachment.createMany({ data: files });
}

/** A part that names a file names it by its new id; one whose content did not come names none. */
function withNewId(part: Part, ids: Map<string, string> | undefined): Part {
  if (part.type !== "attachment") return part;
  return { ...part, id: ids?.get(String(part.id)) ?? randomUUID() };
}

/** True when PostgreSQL refused a value (class 22 of its codes). */
function isRefusedValue(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { cause } = (error.meta?.driverAdapterError ?? {}) as { cause?: { originalCode?: string } };
  return cause?.originalCode?.startsWith("22") ?? false;
}

const highest = (last: number, rows: { id: number }[]): number =>
  rows.reduce((most, { id }) => Math.max(most, id), last);
