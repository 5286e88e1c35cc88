// Its entry for Node declares what the bundle of the worker has declared already.
import { unzipSync } from "fflate/browser";
import { AppError, isAppError } from "#app/platform/errors";
import { encodingOf } from "../file-encoding";
import { FILE_BOUNDS, fileBound } from "../transfer";
import type { Encoding, Part } from "./imported-task";

/** Files of an archive that may hold tasks; others, such as attachments, are not unpacked. */
const READABLE = /\.(csv|json|ics|org|md|txt)$/i;

/** What was uploaded: a file, or the files that it is packed of. */
export interface OpenedFile {
  parts: Part[];
  encoding: Encoding;
  packed: boolean;
}

/**
 * Opens an upload: unpacks a zip, and finds out in which encoding a text is.
 *
 * @param encoding that the person chose
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function openFile(name: string, bytes: Uint8Array, encoding?: Encoding): OpenedFile {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
  const files = packed ? unpack(bytes) : [{ name, bytes }];
  const found = encoding ?? encodingOf(files[0]?.bytes ?? bytes);
  const parts = files.map((file) => {
    const decoder = new TextDecoder(encoding ?? encodingOf(file.bytes));
    return { ...file, text: decoder.decode(file.bytes) };
  });
  return { parts, encoding: found, packed };
}

/**
 * The readable files of a zip. What each takes unpacked is told by the archive, and no more is made
 * of it: a small file that claims to be huge is refused before.
 */
function unpack(bytes: Uint8Array): { name: string; bytes: Uint8Array }[] {
  let [files, size] = [0, 0];
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!READABLE.test(name) || /(^|\/)(__MACOSX|\.)/.test(name)) return false;
        files += 1;
        size += originalSize;
        if (files > FILE_BOUNDS.packedFiles) throw fileBound("files", FILE_BOUNDS.packedFiles, {});
        if (size > FILE_BOUNDS.unpacked) throw fileBound("unpacked", FILE_BOUNDS.unpacked, {});
        return true;
      },
    });
    const names = Object.keys(unpacked).sort((one, two) => (one < two ? -1 : 1));
    return names.map((name) => ({ name, bytes: unpacked[name] ?? new Uint8Array() }));
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "ZIP" } });
  }
}
