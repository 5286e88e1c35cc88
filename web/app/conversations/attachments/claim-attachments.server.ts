import type { ModelChoice } from "#app/assistant/models.server";
import { ATTACHMENTS_MAX, type Attachment, isImage } from "#app/attachments/attachment";
import { isId } from "#app/attachments/get-attachment.server";
import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";

/**
 * Assigns uploaded files to a message of a conversation, which must be locked. A file can be sent
 * once; the files of a superseded message can be sent again with the message that replaces it.
 *
 * @param ids of the person's files, in the order in which the message shows them
 * @throws AppError `invalid_input` (422), `attachment_not_found` (404), `attachment_sent` (409),
 *   `images_not_taken` (422)
 */
export async function claimAttachments(
  tx: Db,
  { userId, number, model }: { userId: string; number: number; model: ModelChoice },
  ids: string[],
): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  if (ids.length > ATTACHMENTS_MAX || new Set(ids).size < ids.length) {
    const expected = `at most ${ATTACHMENTS_MAX} ids of files, each once`;
    const values = { expected, received: `${ids.length}` };
    throw new AppError("invalid_input", 422, { field: "attachments", values });
  }
  const validIds = ids.filter(isId);
  const claimed = await tx.$queryRaw<Attachment[]>`
    UPDATE attachment a SET conversation_number = ${number}
    WHERE user_id = ${userId} AND id = ANY(${validIds}::uuid[])
      AND (conversation_number IS NULL OR conversation_number = ${number} AND NOT EXISTS (
        SELECT FROM message m
        WHERE m.user_id = a.user_id AND m.conversation_number = a.conversation_number
          AND m.superseded_at IS NULL
          AND m.parts @> jsonb_build_array(jsonb_build_object('type', 'attachment', 'id', a.id))))
    RETURNING id::text, name, media_type AS "mediaType", size`;
  const files = ids.flatMap((id) => claimed.find((file) => file.id === id.toLowerCase()) ?? []);
  if (files.length < ids.length) await rejectClaim(tx, userId, validIds, ids.length);
  if (model.reads === "text" && files.some(({ mediaType }) => isImage(mediaType))) {
    throw new AppError("images_not_taken", 422, { field: "attachments" });
  }
  return files;
}

/** Throws why not all of the files could be claimed. */
async function rejectClaim(
  tx: Db,
  userId: string,
  ids: string[],
  requested: number,
): Promise<never> {
  const own = await tx.attachment.count({ where: { userId, id: { in: ids } } });
  const field = "attachments";
  if (own === requested) throw new AppError("attachment_sent", 409, { field });
  throw new AppError("attachment_not_found", 404, { field });
}
