import { AppError } from "#app/platform/errors";
import { readJsonMembers } from "#app/platform/json-members";
import { FILE_BOUNDS } from "./transfer";

/**
 * Reads the tasks of a JSON of Karlo, one after another, not validated yet.
 *
 * @throws AppError `import_unreadable`, `file_bound` (422)
 */
export function* readTransferJson(bytes: Uint8Array): Generator<unknown> {
  let found = false;
  try {
    for (const { name, index, value } of readJsonMembers(bytes, ["tasks"], FILE_BOUNDS.depth)) {
      if (name !== "tasks" || index === null) continue;
      found = true;
      yield value;
    }
    if (!found && !hasTasks(bytes)) throw new SyntaxError("no tasks");
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const values = { expected: 'JSON such as {"tasks": [{"title": "buy milk"}]}' };
    throw new AppError("import_unreadable", 422, { cause, values });
  }
}

/** Whether a text without tasks has at least an empty list of them. */
function hasTasks(bytes: Uint8Array): boolean {
  for (const { name } of readJsonMembers(bytes, [], FILE_BOUNDS.depth))
    if (name === "tasks") return true;
  return false;
}
