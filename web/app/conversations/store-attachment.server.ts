import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database";
import type { Config } from "#app/platform/environment";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import type { Attachment } from "./attachment";
import { cleanName } from "./attachment-name";
import { checkContent } from "./attachment-type.server";

export type AttachmentLimits = Pick<Config, "ATTACHMENTS_MB_PER_PERSON">;

/**
 * Keeps a file that a person is about to send with a message. Who sends none within a day loses it.
 *
 * @param id a UUID that it was promised; one that is taken is refused
 * @param name as the sender calls it
 * @throws AppError those of `checkContent`, `attachments_full` (413), `attachment_sent` (409)
 */
export async function storeAttachment(
  db: Db,
  limits: AttachmentLimits,
  userId: string,
  {
    id = randomUUID(),
    name: given,
    content,
  }: { id?: string; name: string; content: Uint8Array<ArrayBuffer> },
): Promise<Attachment> {
  const mediaType = await checkContent(content);
  const size = content.length;
  const file = { id, name: cleanName(given, mediaType), mediaType, size };
  await inTransaction(db, async (tx) => {
    await checkRoom(tx, limits, userId, size);
    const { count } = await tx.attachment.createMany({
      data: [{ ...file, userId, content }],
      skipDuplicates: true,
    });
    if (count === 0) throw new AppError("attachment_sent", 409);
  });
  return file;
}

/**
 * Whether a person may keep so many bytes more. Holds back their other files until the transaction
 * ends, so that none slips past.
 *
 * @throws AppError `attachments_full` (413)
 */
export async function checkRoom(
  tx: Db,
  { ATTACHMENTS_MB_PER_PERSON: max }: AttachmentLimits,
  userId: string,
  size: number,
): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`attachments ${userId}`}, 0))::text`;
  const { _sum: kept } = await tx.attachment.aggregate({ where: { userId }, _sum: { size: true } });
  if ((kept.size ?? 0) + size > max * 1024 * 1024) {
    throw new AppError("attachments_full", 413, { field: "file", values: { max } });
  }
}
