import type { Db } from "#app/platform/database/database";

const UNSENT_RETENTION_MS = 86_400_000;

/**
 * Deletes attachments that are of no message and no task: never, or not any more, for a day.
 *
 * @returns how many
 */
export async function purgeAttachments(db: Db, now: Date): Promise<number> {
  const dayAgo = { lte: new Date(now.getTime() - UNSENT_RETENTION_MS) };
  const { count } = await db.attachment.deleteMany({
    where: {
      conversationNumber: null,
      tasks: { none: {} },
      createdAt: dayAgo,
      OR: [{ releasedAt: null }, { releasedAt: dayAgo }],
    },
  });
  return count;
}
