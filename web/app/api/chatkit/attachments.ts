import { randomUUID } from "node:crypto";
import { type Attachment, attachmentUrl, isImage } from "#app/conversations/attachment";
import { deleteAttachment } from "#app/conversations/delete-attachment.server";
import { storeAttachment } from "#app/conversations/store-attachment.server";
import { AppError } from "#app/platform/errors";
import type { ChatAsker } from "./answers";
import type { Params } from "./requests";
import type { WireAttachment } from "./wire";

/** Where the content of a file goes whose attachment was made. */
export const UPLOAD_PATH = "/chatkit/attachments/:id";

/**
 * Begins an upload in two phases: a name now, the content by the descriptor. Nothing is kept before
 * the content came, and only that says what the file is.
 *
 * @param authorization header of this request; the upload needs the same
 */
export function createAttachment(
  { karlo }: ChatAsker,
  { name, mime_type }: Params<"attachments.create">,
  authorization: string | null,
): WireAttachment {
  const id = randomUUID();
  const url = new URL(`/api/chatkit/attachments/${id}`, karlo.config.PUBLIC_URL);
  url.searchParams.set("name", name);
  return {
    ...toWireAttachment({ id, name, mediaType: mime_type }, karlo.config.PUBLIC_URL),
    upload_descriptor: {
      url: url.href,
      method: "PUT",
      headers: authorization ? { authorization } : {},
    },
  };
}

/** Keeps the content of a file under the id that it was promised. */
export async function receiveContent(
  { karlo, user }: Pick<ChatAsker, "karlo" | "user">,
  id: string,
  request: Request,
): Promise<void> {
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const content = new Uint8Array(await request.arrayBuffer());
  await storeAttachment(karlo.db, karlo.config, user.id, { id, name, content });
}

/** Removes a file that was not sent; of one whose content never came there is nothing to remove. */
export async function removeAttachment(
  { karlo, user }: ChatAsker,
  { attachment_id }: Params<"attachments.delete">,
): Promise<Record<string, never>> {
  await deleteAttachment(karlo.db, user.id, attachment_id).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "attachment_not_found")) throw error;
  });
  return {};
}

/** A file as the protocol shows it. */
export function toWireAttachment(
  { id, name, mediaType }: Pick<Attachment, "id" | "name"> & { mediaType: string },
  publicUrl: string,
): WireAttachment {
  const base = { id, name, mime_type: mediaType, upload_descriptor: null };
  return isImage(mediaType)
    ? { type: "image", ...base, preview_url: new URL(attachmentUrl(id), publicUrl).href }
    : { type: "file", ...base };
}
