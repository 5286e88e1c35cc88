import { fileTypeFromBuffer } from "file-type";
import { AppError } from "#app/platform/errors";
import {
  type Attachment,
  IMAGE_BYTES_MAX,
  isImage,
  TAKEN_TYPES,
  TEXT_BYTES_MAX,
  TEXT_TYPE,
} from "./attachment";

/** Kinds of text that tell themselves apart, and are text all the same. */
const TEXTUAL = /^text\/|[/+](xml|json|rtf)$/;

/**
 * What a file is, by its content alone: its name and what the sender calls it count for nothing.
 * Whatever is no image is text, HTML and SVG too, and stays one when it is given out again.
 *
 * @throws AppError `attachment_type` (415), `attachment_too_large` (413), `invalid_input` (422) of
 *   an empty one
 */
export async function checkContent(content: Uint8Array): Promise<Attachment["mediaType"]> {
  if (content.length === 0) {
    const values = { expected: "a file that is not empty", received: "an empty one" };
    throw new AppError("invalid_input", 422, { field: "file", values });
  }
  checkSize(content, IMAGE_BYTES_MAX);
  const found = await fileTypeFromBuffer(content);
  if (found && isImage(found.mime)) return found.mime as Attachment["mediaType"];
  if ((found && !TEXTUAL.test(found.mime)) || !isText(content)) {
    const values = { expected: TAKEN_TYPES, received: found?.mime ?? "binary data" };
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
