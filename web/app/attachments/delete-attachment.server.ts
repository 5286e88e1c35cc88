import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { isId } from "./get-attachment.server";

/**
 * Deletes an attachment that was not sent yet and is on no task. A sent one is deleted with its
 * conversation, one of a task is taken off there.
 *
 * @throws AppError `attachment_not_found` (404), `attachment_sent` (409)
 */
export async function deleteAttachment(db: Db, userId: string, id: string): Promise<void> {
  const own = { id, userId };
  if (!isId(id)) throw new AppError("attachment_not_found", 404);
  const { count } = await db.attachment.deleteMany({
    where: { ...own, conversationNumber: null, tasks: { none: {} } },
  });
  if (count > 0) return;
  if ((await db.attachment.count({ where: own })) > 0) throw new AppError("attachment_sent", 409);
  throw new AppError("attachment_not_found", 404);
}
