import { z } from "zod";
import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { deleteForever, emptyTrash } from "./empty-trash.server";
import { restoreTask } from "./restore-task.server";
import type { Actor } from "./task";

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** What the forms of the trash page send. */
export const trashFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("restore"), id }),
  z.object({ intent: z.literal("remove"), id }),
  z.object({ intent: z.literal("empty") }),
]);

/** One form of the trash page, done; a restored task comes with the change that undo takes back. */
export async function actOnTrash(
  db: Db,
  actor: Actor,
  form: z.infer<typeof trashFormSchema>,
): Promise<{ did: "taskRestored" | "taskRemoved" | "trashEmptied" | "taskGone"; undo?: string }> {
  try {
    switch (form.intent) {
      case "restore": {
        const { id, version } = await restoreTask(db, actor, form.id);
        return { did: "taskRestored", undo: `${id}:${version}` };
      }
      case "remove":
        await deleteForever(db, actor.userId, form.id);
        return { did: "taskRemoved" };
      case "empty":
        await emptyTrash(db, actor.userId);
        return { did: "trashEmptied" };
    }
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return { did: "taskGone" };
    throw error;
  }
}
