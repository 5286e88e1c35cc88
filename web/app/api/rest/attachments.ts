import { createHash } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import {
  type Attachment,
  attachmentUrl,
  IMAGE_TYPES,
  isImage,
  TEXT_TYPE,
} from "#app/attachments/attachment";
import { deleteAttachment } from "#app/attachments/delete-attachment.server";
import { getAttachment } from "#app/attachments/get-attachment.server";
import { storeAttachment } from "#app/attachments/store-attachment.server";
import { uuidOutput } from "#app/platform/documented";
import { AppError } from "#app/platform/errors";
import { readFormData } from "#app/platform/read-form";
import { hasTag } from "./answer";
import { operation, route } from "./operation";

/** The media type of what uploads a file. */
export const FORM = "multipart/form-data";

/** A file without its content, on the wire. */
export const wireAttachment = z
  .object({
    id: uuidOutput(),
    name: z.string(),
    media_type: z.enum([...IMAGE_TYPES, TEXT_TYPE]).describe("Determined by the content."),
    size: z.int().describe("In bytes."),
    url: z.string(),
  })
  .meta({ id: "Attachment" });

const path = "/attachments/{attachment_id}";

/** Operations on the attachments of messages. */
export const attachmentOperations = {
  upload: operation({
    id: "uploadAttachment",
    tag: "Attachments",
    method: "POST",
    path: "/attachments",
    summary: "Upload a file to send with a message",
    description:
      "A form with one `file`: a PNG, JPEG, GIF or WebP image of at most 5 MB, or a text in UTF-8 of at most 256 KB. The type is determined by the content. Deleted after a day if it is neither sent nor put on a task.",
    underUserId: true,
    bodyTypes: [FORM],
    fileTypes: [...IMAGE_TYPES, TEXT_TYPE],
    idempotent: true,
    responses: { 201: { description: "The stored attachment.", schema: wireAttachment } },
    problems: [413, 415, 422],
  }),
  get: operation({
    id: "getAttachment",
    tag: "Attachments",
    method: "GET",
    path,
    summary: "Read an attachment",
    underUserId: true,
    tagged: true,
    responses: {
      200: { description: "The content.", mediaTypes: [...IMAGE_TYPES, TEXT_TYPE] },
    },
  }),
  remove: operation({
    id: "deleteAttachment",
    tag: "Attachments",
    method: "DELETE",
    path,
    summary: "Delete an attachment that was not sent",
    underUserId: true,
    responses: { 204: { description: "Deleted." } },
    problems: [409],
  }),
};

/** Routes of {@link attachmentOperations}. */
export function attachmentRoutes(app: AppContext): Hono {
  const { db, config } = app;
  const routes = new Hono();

  route(routes, app, attachmentOperations.upload, async ({ caller: { user }, request }) => {
    const file = await readFile(request);
    const content = new Uint8Array(await file.arrayBuffer());
    const digest = createHash("sha256").update(content).digest("hex");
    return onceByKey(app, user.id, request, [file.name, digest], async (tx) => {
      const stored = await storeAttachment(tx, config, user.id, { name: file.name, content });
      return { status: 201, body: toWire(stored) };
    });
  });

  route(routes, app, attachmentOperations.get, async ({ caller: { user }, param, request }) => {
    const { content, ...file } = await getAttachment(db, user.id, param("attachment_id"));
    const headers = safeHeaders(file);
    // Revalidated on each request, so that access is checked again.
    if (hasTag(request.headers.get("if-none-match"), headers.etag)) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(content, { headers });
  });

  route(routes, app, attachmentOperations.remove, async ({ caller: { user }, param }) => {
    await deleteAttachment(db, user.id, param("attachment_id"));
    return new Response(null, { status: 204 });
  });

  return routes;
}

/**
 * Reads the one file of a form.
 *
 * @throws AppError `unsupported_media_type` (415), `invalid_input` (422)
 */
export async function readFile(request: Request): Promise<File> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM) {
    const values = { expected: FORM, received: type ?? "nothing" };
    throw new AppError("unsupported_media_type", 415, { values });
  }
  // An incomplete form is reported as invalid input below.
  const form = await readFormData(request).catch(() => null);
  const files = form?.getAll("file") ?? [];
  const [file] = files;
  if (file instanceof File && files.length === 1) return file;
  const values = { expected: "one file in a form", received: form ? `${files.length}` : "no form" };
  throw new AppError("invalid_input", 422, { field: "file", values });
}

/**
 * Response headers of a file of untrusted origin: the media type of its content, no scripts, no
 * sniffing. Images are displayed, other files are downloaded.
 */
function safeHeaders({ id, name, mediaType }: Attachment) {
  return {
    "content-type": isImage(mediaType) ? mediaType : `${TEXT_TYPE}; charset=utf-8`,
    "content-disposition": `${isImage(mediaType) ? "inline" : "attachment"}; ${fileNameParameters(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    etag: `"${id}"`,
  };
}

/** The `filename` parameters: ASCII as a fallback and Unicode (RFC 6266, RFC 8187). */
function fileNameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Converts an attachment to the wire. */
export const toWire = ({ id, name, mediaType: media_type, size }: Attachment) => ({
  id,
  name,
  media_type,
  size,
  url: attachmentUrl(id),
});
