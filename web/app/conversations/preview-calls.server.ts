import type { ToolCall } from "#app/assistant/tools.server";
import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { getTask } from "#app/tasks/get-task.server";
import { toWire } from "#app/tasks/task";
import type { Approval } from "./message";

/**
 * Shows what calls that wait for approval would do: the tasks before, and after.
 * A call that names no task of this person has an empty `before`.
 */
export function previewCalls(db: Db, userId: string, calls: ToolCall[]): Promise<Approval[]> {
  return Promise.all(
    calls.map(async ({ id, name, arguments: given }) => {
      const before = await tasksNamed(db, userId, given);
      // Deleting is the only tool that waits today; after it there is nothing.
      return { id, tool: name, arguments: given, before, after: [] };
    }),
  );
}

async function tasksNamed(db: Db, userId: string, given: Record<string, unknown>) {
  const id = given.id;
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id < 1 || id > 2 ** 31 - 1) return [];
  try {
    return [toWire(await getTask(db, userId, id))];
  } catch (error) {
    if (isAppError(error)) return [];
    throw error;
  }
}
