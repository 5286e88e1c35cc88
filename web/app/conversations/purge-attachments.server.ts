import type { Db } from "#app/platform/database";

const KEPT_MS = 86_400_000;

/** Removes files that were uploaded a day ago and never sent. */
export async function purgeAttachments(db: Db, now: Date): Promise<number> {
  const createdAt = { lte: new Date(now.getTime() - KEPT_MS) };
  return (await db.attachment.deleteMany({ where: { conversationNumber: null, createdAt } })).count;
}
