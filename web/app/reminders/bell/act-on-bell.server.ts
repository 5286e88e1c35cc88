import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { markRead } from "#app/reminders/act/act-on-notification.server";
import { snoozeTasks } from "#app/reminders/act/snooze.server";
import type { Actor } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";

const id = z.coerce.number().int().positive().max(2_147_483_647);

/** Every form of the page of what rang, told apart by `intent`. */
export const bellFormSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("read") }),
  z.object({ intent: z.literal("done"), id }),
  z.object({ intent: z.literal("later"), id, time: z.enum(["10m", "1h", "morning"]) }),
]);

/** Handles one form of the page. A task that is gone is not an error: the page shows that it is. */
export async function actOnBell(
  db: Db,
  actor: Actor,
  form: z.infer<typeof bellFormSchema>,
): Promise<void> {
  switch (form.intent) {
    case "read":
      return markRead(db, actor.userId);
    case "later":
      return snoozeTasks(db, actor.userId, [form.id], form.time, actor.saidAt);
    case "done":
      await toggleComplete(db, actor, form.id, true).catch((error) => {
        if (!isAppError(error)) throw error;
      });
  }
}
