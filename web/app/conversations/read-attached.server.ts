import type { ReadFiles } from "#app/assistant/attached-model";
import type { Db } from "#app/platform/database";

/** Reads the content of a person's files for their model. */
export function readAttached(db: Db, userId: string): ReadFiles {
  return async (ids) => {
    const rows = await db.attachment.findMany({
      where: { userId, id: { in: ids } },
      select: { id: true, content: true },
    });
    return new Map(rows.map(({ id, content }) => [id, content]));
  };
}
