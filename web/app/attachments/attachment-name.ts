import { type Attachment, NAME_MAX } from "./attachment";

/** Control characters, and marks that change the direction of the text after them. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The name that a file is stored under: no path, no invisible characters, at most `NAME_MAX`
 * characters with the extension kept. A file without a name gets a default one.
 *
 * @param original as the client named it
 */
export function sanitizeFileName(original: string, mediaType: Attachment["mediaType"]): string {
  const base = original.split(/[/\\]/).at(-1) ?? "";
  const name = base.toWellFormed().normalize("NFC").replace(HIDDEN, "").trim();
  if (name.replace(/\./g, "") === "") {
    return mediaType === "text/plain" ? "text.txt" : `image.${mediaType.replace("image/", "")}`;
  }
  if (name.length <= NAME_MAX) return name;
  const extension = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, NAME_MAX - extension.length).replace(/[\ud800-\udbff]$/, "") + extension;
}
