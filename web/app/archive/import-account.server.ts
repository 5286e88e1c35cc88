import {
  type AttachmentLimits,
  assertStorageQuota,
} from "#app/attachments/store-attachment.server";
import type { Db } from "#app/platform/database/database";
import { databaseError } from "#app/platform/database/database-errors";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma, type PrismaClient } from "#app/platform/generated/client";
import { claimKey, type OnceKey, saveResult } from "#app/platform/idempotency";
import { JobTooLarge, type WorkerPool } from "#app/platform/workers/worker-pool";
import { updateReminderPreferences } from "#app/reminders/preferences/preferences.server";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import {
  giveBackNumbers,
  type NumbersTaken,
  takeNumbers,
} from "#app/tasks/task/take-numbers.server";
import type { ImportOptions } from "#app/tasks/transfer/import-tasks.server";
import type { AccountReport, AccountSummary, AttachmentRow, RowBatch } from "./read-account";
import { writeNames } from "./write-names.server";

/** Number of imported items. */
export interface ImportCounts {
  tasks: number;
  conversations: number;
}

/** Processor time that a file may take to read, in milliseconds. */
const READ_MS = 60_000;
/** Timeout of the transaction, in milliseconds: a full list takes a part of it. */
const WRITE_MS = 300_000;

/**
 * Imports an export into an account, in one transaction. Items keep their numbers in an empty account,
 * and are numbered after the existing ones otherwise. Existing data stays.
 *
 * The file is read in a worker thread and written in batches, so that others are answered meanwhile.
 *
 * @param bytes the export file
 * @param once the key under which it is imported once, however often it is sent
 * @throws AppError `archive_invalid` (422) with the place of the first fault; `file_bound`,
 *   `tasks_full` (422); `attachments_full` (413); `busy` (503); the signal's reason
 */
export async function importAccount(
  { db, config, workers }: { db: PrismaClient; config: AttachmentLimits; workers: WorkerPool },
  userId: string,
  bytes: Uint8Array,
  { signal, onProgress, once }: ImportOptions & { once?: OnceKey | null } = {},
): Promise<ImportCounts> {
  const batches: RowBatch[] = [];
  const attachments: AttachmentRow[] = [];
  const onReport = (value: unknown) => {
    const report = value as AccountReport;
    if ("batch" in report) batches.push(report.batch);
    else if ("attachment" in report) attachments.push(report.attachment);
    else onProgress?.("read", report.tasks);
  };
  const job = { key: userId, deadlineMs: READ_MS, signal, onReport };
  const summary = await workers
    .run<AccountSummary>("read-account", bytes, job)
    .catch((cause: unknown) => {
      if (cause instanceof JobTooLarge) throw new AppError("file_bound", 422, { cause });
      throw cause;
    });
  const taken = await takeNumbers(db, userId, {
    tasks: summary.tasks,
    taskNumbers: summary.lastTask,
    conversationNumbers: summary.lastConversation,
  });
  const counts = { tasks: summary.tasks, conversations: summary.conversations };
  const write = async (tx: Db): Promise<ImportCounts | null> => {
    const earlier = once && (await claimKey<ImportCounts>(tx, once));
    if (earlier) return earlier.result;
    const insert = createInsert(tx, userId, taken);
    const size = attachments.reduce((sum, { content }) => sum + content.length, 0);
    if (attachments.length > 0) await assertStorageQuota(tx, config, userId, size);
    // First: the tasks that follow are planned by them.
    const { reminders } = summary.account;
    if (reminders) await updateReminderPreferences(tx, userId, reminders);
    await writeNames(tx, userId, summary.account);
    for (const [index, batch] of conversationsFirst(batches).entries()) {
      signal?.throwIfAborted();
      await insert(batch);
      onProgress?.("written", Math.floor((summary.tasks * (index + 1)) / batches.length));
    }
    await writeAttachments(tx, userId, taken, attachments);
    await writeAccount(tx, userId, summary);
    if (once) await saveResult(tx, once, counts);
    return null;
  };
  try {
    const earlier = await inTransaction(db, write, WRITE_MS);
    if (earlier) await giveBackNumbers(db, userId, taken);
    return earlier ?? counts;
  } catch (error) {
    await giveBackNumbers(db, userId, taken);
    // Some values only the database refuses.
    if (databaseError(error)?.status === 422)
      throw new AppError("archive_invalid", 422, { cause: error });
    throw error;
  }
}

/** Conversations before their messages, which refer to them. */
const conversationsFirst = (batches: RowBatch[]): RowBatch[] => [
  ...batches.filter(({ table }) => table !== "message"),
  ...batches.filter(({ table }) => table === "message"),
];

/** Makes the statement of each table: the rows are in its one parameter, however many they are. */
function createInsert(tx: Db, userId: string, taken: NumbersTaken) {
  const tasks = taken.lastTask;
  const conversations = taken.lastConversation;
  const renumbered = (column: "before" | "after") => {
    const json = Prisma.raw(column);
    const moved = (member: string) => Prisma.sql`CASE
      WHEN jsonb_typeof(${json} -> ${member}::text) = 'number' THEN jsonb_build_object(${member}::text,
        (${json} ->> ${member}::text)::numeric + ${tasks}::integer)
      ELSE '{}' END`;
    return Prisma.sql`CASE WHEN jsonb_typeof(${json}) = 'object'
      THEN ${json} || ${moved("id")} || ${moved("parent_id")} ELSE ${json} END`;
  };
  const statements: Record<RowBatch["table"], (json: string) => Prisma.Sql> = {
    task: (json) => Prisma.sql`
      INSERT INTO task (user_id, number, title, description, priority, category, labels,
        parent_number, position, due_at, due_has_time, duration_minutes, recurrence,
        recurrence_from, recurrence_except, time_zone, reminders, previous_number, completed_at, deleted_at, created_at, updated_at, version)
      SELECT ${userId}, id + ${tasks}::integer, title, description, priority, category, labels,
        parent_id + ${tasks}::integer, position, due_at, due_has_time, duration_minutes, recurrence, recurrence_from, recurrence_except, time_zone,
        nullif(reminders, 'null'), previous_id + ${tasks}::integer, completed_at, deleted_at, created_at, updated_at, version
      FROM jsonb_to_recordset(${json}::jsonb) AS row(id integer, title text, description text,
        priority smallint, category text, labels text[], parent_id integer, position text, due_at timestamptz, due_has_time boolean,
        duration_minutes integer, recurrence text, recurrence_from text, recurrence_except text[],
        time_zone text, reminders jsonb, previous_id integer, completed_at timestamptz, deleted_at timestamptz,
        created_at timestamptz, updated_at timestamptz, version integer)`,
    change: (json) => Prisma.sql`
      INSERT INTO task_change (user_id, task_number, actor, action, before, after, created_at)
      SELECT ${userId}, (value ->> 'task_id')::integer + ${tasks}::integer, value ->> 'actor',
        value ->> 'action', ${renumbered("before")}, ${renumbered("after")},
        (value ->> 'created_at')::timestamptz
      FROM (
        SELECT value, position, nullif(value -> 'before', 'null') AS before,
          nullif(value -> 'after', 'null') AS after
        FROM jsonb_array_elements(${json}::jsonb) WITH ORDINALITY AS rows(value, position)
      ) AS rows ORDER BY position`,
    conversation: (json) => Prisma.sql`
      INSERT INTO conversation (user_id, number, title, created_at, updated_at)
      SELECT ${userId}, id + ${conversations}::integer, title, created_at, updated_at
      FROM jsonb_to_recordset(${json}::jsonb) AS row(id integer, title text,
        created_at timestamptz, updated_at timestamptz)`,
    message: (json) => Prisma.sql`
      INSERT INTO message (user_id, conversation_number, role, parts, created_at, superseded_at)
      SELECT ${userId}, (value ->> 'conversation')::integer + ${conversations}::integer,
        value ->> 'role', value -> 'parts', (value ->> 'created_at')::timestamptz,
        (value ->> 'superseded_at')::timestamptz
      FROM jsonb_array_elements(${json}::jsonb) WITH ORDINALITY AS rows(value, position)
      ORDER BY position`,
  };
  return ({ table, json }: RowBatch) => query(tx, statements[table](json));
}

async function writeAttachments(
  tx: Db,
  userId: string,
  { lastConversation, lastTask }: NumbersTaken,
  attachments: AttachmentRow[],
): Promise<void> {
  for (const { id, conversation, tasks, name, mediaType, content, createdAt } of attachments) {
    const number = conversation === null ? null : conversation + lastConversation;
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    await query(
      tx,
      Prisma.sql`
      INSERT INTO attachment (id, user_id, conversation_number, name, media_type, size, content,
        created_at)
      VALUES (${id}::uuid, ${userId}, ${number}::integer, ${name},
        ${mediaType}, ${bytes.length}::integer, ${bytes}::bytea, ${createdAt}::timestamptz)`,
    );
    const onTasks = tasks.map((task) => task + lastTask);
    await query(
      tx,
      Prisma.sql`
      INSERT INTO task_file (user_id, task_number, attachment_id, created_at)
      SELECT ${userId}, number, ${id}::uuid, ${createdAt}::timestamptz
      FROM unnest(${onTasks}::integer[]) AS number`,
    );
  }
}

/** The preferences of the account, last: the lock on its row holds up the person's other requests. */
async function writeAccount(tx: Db, userId: string, { account }: AccountSummary): Promise<void> {
  const { time_zone: timeZone, locale, theme, numerals } = account;
  const { assistant_language: assistantLanguage, time_zone_chosen: timeZoneChosen } = account;
  const { first_weekday: firstWeekday, clock_hours: clockHours, day_parts: dayParts } = account;
  const time = { timeZone, timeZoneChosen, firstWeekday, clockHours, dayParts };
  await tx.user.update({
    where: { id: userId },
    data: { ...time, locale, theme, numerals, assistantLanguage },
    select: { id: true },
  });
  await query(
    tx,
    Prisma.sql`SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, ${userId}::text)::text`,
  );
}
