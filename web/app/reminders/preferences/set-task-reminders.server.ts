import { z } from "zod";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { jsonText } from "#app/platform/json-text";
import type { Actor } from "#app/tasks/task/task";
import { taskFields } from "#app/tasks/task/task-input";
import { updateTask } from "#app/tasks/task/update-task.server";
import { needsChannel } from "./preferences.server";

/** How the form of a task's reminders ended. */
export interface SetRemindersResult {
  ok: boolean;
  /** True once for a person whom no reminder reaches outside of the app. */
  needsChannel: boolean;
}

const refused: SetRemindersResult = { ok: false, needsChannel: false };

/**
 * Sets the reminders of a task by a form.
 *
 * @param form `task`, and `reminders` as JSON; a moment without an offset is where the person is
 */
export async function setTaskReminders(
  db: Db,
  actor: Actor,
  form: Record<string, unknown>,
  mails: boolean,
): Promise<SetRemindersResult> {
  const parsed = z
    .object({
      task: z.coerce.number().int().positive().max(2_147_483_647),
      reminders: jsonText(5_000).pipe(taskFields(actor.timeZone).reminders),
    })
    .safeParse(form);
  if (!parsed.success) return refused;
  const { task, reminders } = parsed.data;
  try {
    await updateTask(db, actor, task, { reminders });
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return refused;
    throw error;
  }
  const asks = reminders !== null && reminders.length > 0;
  return { ok: true, needsChannel: asks && (await needsChannel(db, actor.userId, mails)) };
}
