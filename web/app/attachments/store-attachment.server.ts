import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { lockName } from "#app/platform/database/lock";
import { inTransaction } from "#app/platform/database/transaction";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import type { Attachment } from "./attachment";
import { sanitizeFileName } from "./attachment-name";
import { detectMediaType } from "./attachment-type.server";

/** The part of the configuration that limits a person's attachments. */
export type AttachmentLimits = Pick<Config, "ATTACHMENTS_MB_PER_PERSON">;

/**
 * Stores a file that a person is about to send with a message. It is deleted after a day if it was
 * not sent.
 *
 * @param id a UUID announced earlier, which must be unused; by default a new one
 * @param name as the client named it
 * @throws AppError those of `detectMediaType`, `attachments_full` (413), `attachment_sent` (409)
 */
export async function storeAttachment(
  db: Db,
  limits: AttachmentLimits,
  userId: string,
  {
    id = randomUUID(),
    name: original,
    content,
  }: { id?: string; name: string; content: Uint8Array<ArrayBuffer> },
): Promise<Attachment> {
  const mediaType = await detectMediaType(content);
  const size = content.length;
  const file = { id, name: sanitizeFileName(original, mediaType), mediaType, size };
  await inTransaction(db, async (tx) => {
    await assertStorageQuota(tx, limits, userId, size);
    const { count } = await tx.attachment.createMany({
      data: [{ ...file, userId, content }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("attachment_sent", 409);
  });
  return file;
}

/**
 * Checks that a file fits into a person's storage quota. Holds an advisory lock until the
 * transaction ends, so that concurrent uploads cannot exceed the quota together.
 *
 * @param size in bytes
 * @throws AppError `attachments_full` (413)
 */
export async function assertStorageQuota(
  tx: Db,
  { ATTACHMENTS_MB_PER_PERSON: max }: AttachmentLimits,
  userId: string,
  size: number,
): Promise<void> {
  await lockName(tx, `attachments ${userId}`);
  const { _sum: stored } = await tx.attachment.aggregate({
    where: { userId },
    _sum: { size: true },
  });
  if ((stored.size ?? 0) + size > max * 1024 * 1024) {
    throw new AppError("attachments_full", 413, { field: "file", values: { max } });
  }
}
