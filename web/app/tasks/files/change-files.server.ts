import { type Attachment, TASK_FILES_MAX } from "#app/attachments/attachment";
import { isId } from "#app/attachments/get-attachment.server";
import { type AttachmentLimits, storeAttachment } from "#app/attachments/store-attachment.server";
import type { Db } from "#app/platform/database/database";
import { lockName } from "#app/platform/database/lock";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import { getTask } from "#app/tasks/task/get-task.server";

const { sql } = Prisma;

/**
 * Stores a file and puts it on a task.
 *
 * @param name as the client named it
 * @throws AppError `task_not_found` (404), `task_files_full` (422), those of `storeAttachment`
 */
export function addFile(
  db: Db,
  limits: AttachmentLimits,
  userId: string,
  taskId: number,
  file: { name: string; content: Uint8Array<ArrayBuffer> },
): Promise<Attachment> {
  return inTransaction(db, async (tx) => {
    await assertRoom(tx, userId, taskId);
    const stored = await storeAttachment(tx, limits, userId, file);
    await tx.taskFile.create({
      data: { userId, taskNumber: taskId, attachmentId: stored.id },
    });
    await notify(tx, userId);
    return stored;
  });
}

/**
 * Puts a file that a person has, of a message or taken off a task before, on a task; one that is on it
 * already stays.
 *
 * @throws AppError `task_not_found`, `attachment_not_found` (404), `task_files_full` (422)
 */
export function putFile(db: Db, userId: string, taskId: number, id: string): Promise<Attachment> {
  return inTransaction(db, async (tx) => {
    // Held until the end, so that nothing deletes it meanwhile.
    const [file] = isId(id)
      ? await query<Attachment>(
          tx,
          sql`SELECT id::text, name, media_type AS "mediaType", size FROM attachment
            WHERE user_id = ${userId} AND id = ${id}::uuid FOR UPDATE`,
        )
      : [];
    if (!file) throw new AppError("attachment_not_found", 404);
    const row = { userId, taskNumber: taskId, attachmentId: file.id };
    if ((await tx.taskFile.count({ where: row })) === 0) {
      await assertRoom(tx, userId, taskId);
      await tx.taskFile.create({ data: row });
      await notify(tx, userId);
    }
    return file;
  });
}

/**
 * Takes a file off a task. It can be put back for a day; then it is deleted, unless it is of a message
 * or on another task.
 *
 * @throws AppError `task_not_found`, `attachment_not_found` (404)
 */
export function removeFile(db: Db, userId: string, taskId: number, id: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    await getTask(tx, userId, taskId);
    const where = { userId, taskNumber: taskId, attachmentId: id };
    const { count } = isId(id) ? await tx.taskFile.deleteMany({ where }) : { count: 0 };
    if (count === 0) throw new AppError("attachment_not_found", 404);
    await tx.attachment.updateMany({ where: { userId, id }, data: { releasedAt: new Date() } });
    await notify(tx, userId);
  });
}

/** Holds the lock on the files of a task until the transaction ends: together they stay within the bound. */
async function assertRoom(tx: Db, userId: string, taskId: number): Promise<void> {
  await getTask(tx, userId, taskId);
  await lockName(tx, `files ${userId} ${taskId}`);
  const count = await tx.taskFile.count({ where: { userId, taskNumber: taskId } });
  if (count >= TASK_FILES_MAX)
    throw new AppError("task_files_full", 422, { values: { max: TASK_FILES_MAX } });
}

/** Open pages show it. */
const notify = (tx: Db, userId: string) =>
  query(tx, sql`SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, ${userId}::text)::text`);
