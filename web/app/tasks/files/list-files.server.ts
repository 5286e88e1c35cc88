import type { Attachment } from "#app/attachments/attachment";
import type { Db } from "#app/platform/database/database";

/** The files of a person's task without their content, in the order in which they were added. */
export async function listFiles(db: Db, userId: string, taskId: number): Promise<Attachment[]> {
  const rows = await db.taskFile.findMany({
    where: { userId, taskNumber: taskId },
    orderBy: [{ createdAt: "asc" }, { attachmentId: "asc" }],
    select: { attachment: { select: { id: true, name: true, mediaType: true, size: true } } },
  });
  return rows.map(({ attachment: { mediaType, ...file } }) => ({
    ...file,
    mediaType: mediaType as Attachment["mediaType"],
  }));
}
