import type { ReadFiles } from "#app/assistant/attachment-model";
import type { Db } from "#app/platform/database/database";

/** Returns a reader of the contents of one person's attachments, by id. */
export function createAttachmentReader(db: Db, userId: string): ReadFiles {
  return async (ids) => {
    const rows = await db.attachment.findMany({
      where: { userId, id: { in: ids } },
      select: { id: true, content: true },
    });
    return new Map(rows.map(({ id, content }) => [id, content]));
  };
}
