import { AppError, isAppError } from "#app/platform/errors";
import { readJsonValue } from "#app/platform/json-members";
import { FILE_BOUNDS } from "../transfer";
import type { Part } from "./imported-task";

const parsed = new WeakMap<Part, unknown>();

/**
 * The JSON of a file, within its bounds. It is parsed once, however often it is asked for.
 *
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function readJson(part: Part): unknown {
  if (parsed.has(part)) return parsed.get(part);
  const value = parse(part.text);
  parsed.set(part, value);
  return value;
}

function parse(text: string): unknown {
  try {
    return readJsonValue(new TextEncoder().encode(text), FILE_BOUNDS.jsonDepth);
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("import_unreadable", 422, { cause, values: { expected: "JSON" } });
  }
}
