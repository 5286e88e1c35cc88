import type { ModelChoice } from "#app/assistant/models.server";
import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { ATTACHMENTS_MAX, type Attachment, isImage } from "./attachment";
import { isId } from "./get-attachment.server";

/**
 * Makes files part of a conversation that is locked, for one message of it. Each is sent once; one
 * whose message has given way to another may be sent with that.
 *
 * @param ids of files of this person, in the order in which the message shows them
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
  const known = ids.filter(isId);
  const claimed = await tx.$queryRaw<Attachment[]>`
    UPDATE attachment a SET conversation_number = ${number}
    WHERE user_id = ${userId} AND id = ANY(${known}::uuid[])
      AND (conversation_number IS NULL OR conversation_number = ${number} AND NOT EXISTS (
        SELECT FROM message m
        WHERE m.user_id = a.user_id AND m.conversation_number = a.conversation_number
          AND m.superseded_at IS NULL
          AND m.parts @> jsonb_build_array(jsonb_build_object('type', 'attachment', 'id', a.id))))
    RETURNING id::text, name, media_type AS "mediaType", size`;
  const files = ids.flatMap((id) => claimed.find((file) => file.id === id.toLowerCase()) ?? []);
  if (files.length < ids.length) await refuse(tx, userId, known, ids.length);
  if (model.reads === "text" && files.some(({ mediaType }) => isImage(mediaType))) {
    throw new AppError("images_not_taken", 422, { field: "attachments" });
  }
  return files;
}

async function refuse(tx: Db, userId: string, ids: string[], wanted: number): Promise<never> {
  const own = await tx.attachment.count({ where: { userId, id: { in: ids } } });
  const field = "attachments";
  if (own === wanted) throw new AppError("attachment_sent", 409, { field });
  throw new AppError("attachment_not_found", 404, { field });
}
