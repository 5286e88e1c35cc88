import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import type { Attachment } from "./attachment";

/**
 * Reads a person's attachment with its content.
 *
 * @throws AppError `attachment_not_found` (404)
 */
export async function getAttachment(
  db: Db,
  userId: string,
  id: string,
): Promise<Attachment & { content: Uint8Array<ArrayBuffer> }> {
  const row = isId(id) ? await db.attachment.findFirst({ where: { id, userId } }) : null;
  if (!row) throw new AppError("attachment_not_found", 404);
  const { name, size, content } = row;
  return { id, name, mediaType: row.mediaType as Attachment["mediaType"], size, content };
}

/** True for a well-formed attachment id; PostgreSQL would refuse to compare any other text. */
export const isId = (text: string): boolean => z.uuid().safeParse(text).success;
