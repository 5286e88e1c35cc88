import { fileTypeFromBuffer } from "file-type";
import { AppError } from "#app/platform/errors";
import {
  ACCEPTED_TYPES,
  type Attachment,
  IMAGE_BYTES_MAX,
  isImage,
  TEXT_BYTES_MAX,
  TEXT_TYPE,
} from "./attachment";

/** Text formats that file-type detects as formats of their own. */
const TEXTUAL = /^text\/|[/+](xml|json|rtf)$/;

/**
 * The media type of a file, by its content alone: the name and type that the client claims are
 * ignored. Everything that is not an image is text, HTML and SVG included, and is served as such.
 *
 * @throws AppError `attachment_type` (415), `attachment_too_large` (413), `invalid_input` (422)
 *   for an empty file
 */
export async function detectMediaType(content: Uint8Array): Promise<Attachment["mediaType"]> {
  if (content.length === 0) {
    const values = { expected: "a file that is not empty", received: "an empty one" };
    throw new AppError("invalid_input", 422, { field: "file", values });
  }
  checkSize(content, IMAGE_BYTES_MAX);
  const found = await fileTypeFromBuffer(content);
  if (found && isImage(found.mime)) return found.mime as Attachment["mediaType"];
  if ((found && !TEXTUAL.test(found.mime)) || !isText(content)) {
    const values = { expected: ACCEPTED_TYPES, received: found?.mime ?? "binary data" };
    throw new AppError("attachment_type", 415, { field: "file", values });
  }
  checkSize(content, TEXT_BYTES_MAX);
  return TEXT_TYPE;
}

function checkSize({ length }: Uint8Array, max: number): void {
  if (length <= max) return;
  throw new AppError("attachment_too_large", 413, { field: "file", values: { max, length } });
}

function isText(content: Uint8Array): boolean {
  if (content.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}
