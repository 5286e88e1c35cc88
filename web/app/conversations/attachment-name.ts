import { type Attachment, NAME_MAX } from "./attachment";

/** Control characters, and those that turn the direction of what stands after them. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * The name that a file is kept under: without a path, without characters that nobody sees, and
 * short, with its ending where it is cut. A file without a name gets a plain one.
 */
export function cleanName(given: string, mediaType: Attachment["mediaType"]): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const name = last.toWellFormed().normalize("NFC").replace(HIDDEN, "").trim();
  if (name.replace(/\./g, "") === "") {
    return mediaType === "text/plain" ? "text.txt" : `image.${mediaType.replace("image/", "")}`;
  }
  if (name.length <= NAME_MAX) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, NAME_MAX - ending.length).replace(/[\ud800-\udbff]$/, "") + ending;
}
