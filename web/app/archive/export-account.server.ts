import type { AssistantLanguage } from "#app/i18n/conversation";
import { DEFAULT_NUMERALS, isNumerals } from "#app/i18n/numerals";
import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { fromRow } from "#app/tasks/task-row";
import { type AccountFile, ARCHIVE_FORMAT, ARCHIVE_VERSION, ATTACHED_MAX } from "./account-file";

type Json = AccountFile["history"][number]["before"];
type Parts = AccountFile["conversations"][number]["messages"][number]["parts"];

/**
 * Everything that is kept of a person but their password, sessions and tokens: tasks with the
 * trash and their history, conversations with messages and attachments, preferences. Of attachments
 * that are more than a file holds, the older ones are named without their content.
 */
export function exportAccount(db: Db, userId: string, now = new Date()): Promise<AccountFile> {
  return inTransaction(db, async (tx) => {
    // One moment of all tables, whatever is written meanwhile.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`;
    const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
    return {
      format: ARCHIVE_FORMAT,
      version: ARCHIVE_VERSION,
      exported_at: now.toISOString(),
      account: {
        name: user.name,
        email: user.email,
        created_at: user.createdAt.toISOString(),
        time_zone: user.timeZone,
        locale: user.locale === "ur" ? "ur" : "en",
        theme: user.theme === "light" || user.theme === "dark" ? user.theme : "system",
        numerals: isNumerals(user.numerals) ? user.numerals : DEFAULT_NUMERALS,
        assistant_language: user.assistantLanguage as AssistantLanguage,
        last_task_id: user.lastTaskNumber,
        last_conversation_id: user.lastConversationNumber,
      },
      tasks: await tasksOf(tx, userId),
      history: await historyOf(tx, userId),
      conversations: await conversationsOf(tx, userId),
    };
  });
}

async function tasksOf(tx: Db, userId: string): Promise<AccountFile["tasks"]> {
  const rows = await tx.task.findMany({ where: { userId }, orderBy: { number: "asc" } });
  return rows.map((row) => {
    const { id, title, description, priority, category, dueAt, recurrence, version } = fromRow(row);
    return {
      id,
      title,
      description,
      priority,
      category,
      due_at: dueAt,
      recurrence,
      previous_id: row.previousNumber,
      completed_at: row.completedAt?.toISOString() ?? null,
      deleted_at: row.deletedAt?.toISOString() ?? null,
      created_at: row.createdAt.toISOString(),
      updated_at: row.updatedAt.toISOString(),
      version,
    };
  });
}

async function historyOf(tx: Db, userId: string): Promise<AccountFile["history"]> {
  const rows = await tx.taskChange.findMany({ where: { userId }, orderBy: { id: "asc" } });
  return rows.map(({ taskNumber, actor, action, before, after, createdAt }) => ({
    task_id: taskNumber,
    actor: actor as AccountFile["history"][number]["actor"],
    action,
    before: before as Json,
    after: after as Json,
    created_at: createdAt.toISOString(),
  }));
}

async function conversationsOf(tx: Db, userId: string): Promise<AccountFile["conversations"]> {
  const rows = await tx.conversation.findMany({
    where: { userId },
    orderBy: { number: "asc" },
    include: { messages: { orderBy: { id: "asc" } } },
  });
  const attachments = await tx.attachment.findMany({
    where: { userId, conversationNumber: { not: null } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    omit: { content: true },
  });
  const contents = await contentsOf(tx, userId, attachments);
  return rows.map(({ number, title, createdAt, updatedAt, messages }) => ({
    id: number,
    title,
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
    messages: messages.map(({ role, parts, createdAt: saidAt, supersededAt }) => ({
      role: role === "user" ? "user" : "assistant",
      parts: parts as Parts,
      created_at: saidAt.toISOString(),
      ...(supersededAt && { superseded_at: supersededAt.toISOString() }),
    })),
    attachments: attachments
      .filter(({ conversationNumber }) => conversationNumber === number)
      .map(({ id, name, mediaType, createdAt: addedAt }) => ({
        id,
        name,
        media_type: mediaType,
        content: contents.get(id) ?? null,
        created_at: addedAt.toISOString(),
      })),
  }));
}

/** The newest files' contents in base64, as many as fit. */
async function contentsOf(tx: Db, userId: string, files: { id: string; size: number }[]) {
  let left = ATTACHED_MAX;
  const fitting = files.toReversed().filter(({ size }) => {
    left -= size;
    return left >= 0;
  });
  const rows = await tx.attachment.findMany({
    where: { userId, id: { in: fitting.map(({ id }) => id) } },
    select: { id: true, content: true },
  });
  return new Map(rows.map(({ id, content }) => [id, Buffer.from(content).toString("base64")]));
}
