import type { Db } from "#app/platform/database/database";

const UNSENT_RETENTION_MS = 86_400_000;

/** Deletes attachments that were uploaded a day ago and never sent; returns how many. */
export async function purgeAttachments(db: Db, now: Date): Promise<number> {
  const createdAt = { lte: new Date(now.getTime() - UNSENT_RETENTION_MS) };
  return (await db.attachment.deleteMany({ where: { conversationNumber: null, createdAt } })).count;
}
