import { AppError } from "#app/platform/errors";
import type { Encoding } from "./sources/imported-task";

/** How much of a file tells its encoding, in bytes. */
const SAMPLE = 64 * 1024;

/**
 * The text of a file whose sender names its format and no encoding: UTF-8, or UTF-16. Any other would be
 * a guess, and what is not read as what it is would be lost.
 *
 * @throws AppError `import_unreadable` (422)
 */
export function readUnicode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes);
  if (!encoding.startsWith("utf-"))
    throw new AppError("import_unreadable", 422, { values: { expected: "UTF-8" } });
  return new TextDecoder(encoding).decode(bytes);
}

/** The encoding of a text: by its mark, by its zeros, as UTF-8 where it is that, else by its letters. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && odd > even * 4) return "utf-16le";
  if (even > sample.length / 8 && even > odd * 4) return "utf-16be";
  if (isUtf8(bytes)) return "utf-8";
  return lettersOf(sample) > 0.5 ? "windows-1256" : "windows-1252";
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Which part of the bytes beyond ASCII stands beside another: words of Arabic script are made of them, Latin ones have one here and there. */
function lettersOf(bytes: Uint8Array): number {
  let [beyond, beside] = [0, 0];
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    beyond += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) beside += 1;
  }
  return beyond === 0 ? 0 : beside / beyond;
}
