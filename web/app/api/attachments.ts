import { createHash } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import {
  type Attachment,
  attachmentUrl,
  IMAGE_TYPES,
  isImage,
  TEXT_TYPE,
} from "#app/conversations/attachment";
import { deleteAttachment } from "#app/conversations/delete-attachment.server";
import { getAttachment } from "#app/conversations/get-attachment.server";
import { storeAttachment } from "#app/conversations/store-attachment.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { onceByKey } from "./idempotency";
import { operation, route } from "./operation";

const FORM = "multipart/form-data";

const wireAttachment = z
  .object({
    id: z.string(),
    name: z.string(),
    media_type: z.enum([...IMAGE_TYPES, TEXT_TYPE]).describe("By its content."),
    size: z.int().describe("In bytes."),
    url: z.string(),
  })
  .meta({ id: "Attachment" });

const path = "/attachments/{attachment_id}";

/** Files that messages carry. */
export const attachmentOperations = {
  upload: operation({
    id: "uploadAttachment",
    tag: "Attachments",
    method: "POST",
    path: "/attachments",
    summary: "Upload a file to send with a message",
    description:
      "A form with one `file`: a PNG, JPEG, GIF or WebP image of at most 5 MB, or a text in UTF-8 of at most 256 KB. What it is, its content tells. Not sent within a day, it is gone.",
    named: true,
    bodyTypes: [FORM],
    idempotent: true,
    answers: { 201: { description: "It is kept.", schema: wireAttachment } },
    problems: [413, 415, 422],
  }),
  get: operation({
    id: "getAttachment",
    tag: "Attachments",
    method: "GET",
    path,
    summary: "Read a file",
    named: true,
    answers: {
      200: { description: "Its content.", mediaTypes: [...IMAGE_TYPES, TEXT_TYPE] },
      304: { description: "You have it: `If-None-Match` says so." },
    },
  }),
  remove: operation({
    id: "deleteAttachment",
    tag: "Attachments",
    method: "DELETE",
    path,
    summary: "Delete a file that was not sent",
    named: true,
    answers: { 204: { description: "It is gone." } },
    problems: [409],
  }),
};

/** Files over HTTP. */
export function attachmentRoutes(karlo: Karlo): Hono {
  const { db, config } = karlo;
  const routes = new Hono();

  route(routes, karlo, attachmentOperations.upload, async ({ who: { user }, request }) => {
    const file = await readFile(request);
    const content = new Uint8Array(await file.arrayBuffer());
    const digest = createHash("sha256").update(content).digest("hex");
    return onceByKey(karlo, user.id, request, [file.name, digest], async (tx) => {
      const kept = await storeAttachment(tx, config, user.id, { name: file.name, content });
      return { status: 201, body: toWire(kept) };
    });
  });

  route(routes, karlo, attachmentOperations.get, async ({ who: { user }, param, request }) => {
    const { content, ...file } = await getAttachment(db, user.id, param("attachment_id"));
    const headers = safeHeaders(file);
    // Who may see it is asked each time; its bytes are sent once.
    if (request.headers.get("if-none-match") === headers.etag) {
      return new Response(null, { status: 304, headers });
    }
    return new Response(content, { headers });
  });

  route(routes, karlo, attachmentOperations.remove, async ({ who: { user }, param }) => {
    await deleteAttachment(db, user.id, param("attachment_id"));
    return new Response(null, { status: 204 });
  });

  return routes;
}

async function readFile(request: Request): Promise<File> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== FORM) {
    const values = { expected: FORM, received: type ?? "nothing" };
    throw new AppError("unsupported_media_type", 415, { values });
  }
  // A form that breaks off is as good as none.
  const form = await request.formData().catch(() => null);
  const files = form?.getAll("file") ?? [];
  const [file] = files;
  if (file instanceof File && files.length === 1) return file;
  const values = { expected: "one file in a form", received: form ? `${files.length}` : "no form" };
  throw new AppError("invalid_input", 422, { field: "file", values });
}

/**
 * What a browser is told of a file that anybody may have made: it is what its content is, and
 * nothing in it runs. Only images are shown; all else is saved.
 */
function safeHeaders({ id, name, mediaType }: Attachment) {
  return {
    "content-type": isImage(mediaType) ? mediaType : `${TEXT_TYPE}; charset=utf-8`,
    "content-disposition": `${isImage(mediaType) ? "inline" : "attachment"}; ${fileName(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-cache",
    etag: `"${id}"`,
  };
}

/** A file's name for those that read Unicode, and a plain one for others (RFC 6266, RFC 8187). */
function fileName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}

const toWire = ({ id, name, mediaType: media_type, size }: Attachment) => ({
  id,
  name,
  media_type,
  size,
  url: attachmentUrl(id),
});
