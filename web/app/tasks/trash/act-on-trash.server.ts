import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import type { Actor, Task } from "#app/tasks/task/task";
import { deleteForever, emptyTrash } from "./empty-trash.server";
import { restoreTask } from "./restore-task.server";

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** Every form of the trash page, told apart by `intent`. */
export const trashFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("restore"), id }),
  z.object({ intent: z.literal("remove"), id }),
  z.object({ intent: z.literal("empty") }),
]);

/**
 * Handles one form of the trash page. A task that is not in the trash any more is not an error but a
 * notice.
 *
 * @returns the notice to show; for a restored task also the form that undoes it, and the task
 */
export async function actOnTrash(
  db: Db,
  actor: Actor,
  form: z.infer<typeof trashFormSchema>,
): Promise<{
  notice: "taskRestored" | "taskRemoved" | "trashEmptied" | "taskGone";
  undo?: { action: string; fields: Record<string, string> };
  tasks?: Task[];
}> {
  try {
    switch (form.intent) {
      case "restore": {
        const task = await restoreTask(db, actor, form.id);
        const fields = { intent: "undo", changes: `${task.id}:${task.version}` };
        return { notice: "taskRestored", undo: { action: "/tasks", fields }, tasks: [task] };
      }
      case "remove":
        await deleteForever(db, actor.userId, form.id);
        return { notice: "taskRemoved" };
      case "empty":
        await emptyTrash(db, actor.userId);
        return { notice: "trashEmptied" };
    }
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return { notice: "taskGone" };
    throw error;
  }
}
