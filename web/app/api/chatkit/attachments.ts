import { randomUUID } from "node:crypto";
import { type Attachment, attachmentUrl, isImage } from "#app/attachments/attachment";
import { deleteAttachment } from "#app/attachments/delete-attachment.server";
import { storeAttachment } from "#app/attachments/store-attachment.server";
import { AppError } from "#app/platform/errors";
import type { ChatKitCaller } from "./caller";
import type { Params } from "./requests";
import type { WireAttachment } from "./wire";

/** The path that the content of a created attachment is uploaded to. */
export const UPLOAD_PATH = "/chatkit/attachments/:id";

/**
 * Starts a two-phase upload: returns a descriptor with which the client uploads the content. Nothing
 * is stored until then, and the media type is determined by the content.
 *
 * @param authorization header of this request, which the upload repeats
 */
export function createAttachment(
  { app }: ChatKitCaller,
  { name, mime_type }: Params<"attachments.create">,
  authorization: string | null,
): WireAttachment {
  const id = randomUUID();
  const url = new URL(`/api/chatkit/attachments/${id}`, app.config.PUBLIC_URL);
  url.searchParams.set("name", name);
  return {
    ...toWireAttachment({ id, name, mediaType: mime_type }, app.config.PUBLIC_URL),
    upload_descriptor: {
      url: url.href,
      method: "PUT",
      headers: authorization ? { authorization } : {},
    },
  };
}

/**
 * Stores the content of an attachment under the id of its descriptor.
 *
 * @throws AppError of `storeAttachment`
 */
export async function storeContent(
  { app, user }: Pick<ChatKitCaller, "app" | "user">,
  id: string,
  request: Request,
): Promise<void> {
  const name = new URL(request.url).searchParams.get("name") ?? "";
  const content = new Uint8Array(await request.arrayBuffer());
  await storeAttachment(app.db, app.config, user.id, { id, name, content });
}

/** Deletes an attachment that was not sent. Succeeds also if its content was never uploaded. */
export async function removeAttachment(
  { app, user }: ChatKitCaller,
  { attachment_id }: Params<"attachments.delete">,
): Promise<Record<string, never>> {
  await deleteAttachment(app.db, user.id, attachment_id).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "attachment_not_found")) throw error;
  });
  return {};
}

/** Converts an attachment to its representation in the protocol. */
export function toWireAttachment(
  { id, name, mediaType }: Pick<Attachment, "id" | "name"> & { mediaType: string },
  publicUrl: string,
): WireAttachment {
  const base = { id, name, mime_type: mediaType, upload_descriptor: null };
  return isImage(mediaType)
    ? { type: "image", ...base, preview_url: new URL(attachmentUrl(id), publicUrl).href }
    : { type: "file", ...base };
}
