import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { changeTask } from "#app/tasks/task/change-task.server";
import { REMINDERS_MAX, type Reminder, sortReminders } from "#app/tasks/task/reminder";
import type { Actor, Task } from "#app/tasks/task/task";
import { fromRow } from "#app/tasks/task/task-row";
import { patchTask } from "#app/tasks/task/update-task.server";
import type { RemindForm } from "./task-form";

/**
 * Sets the reminders of a task by a form: those that it adds and removes. What was added or removed
 * elsewhere since the person saw them stays so.
 *
 * @returns the task; null when nothing changed
 * @throws AppError `task_not_found` (404); `invalid_input` (422) when it would have too many
 */
export async function setReminders(
  db: Db,
  actor: Actor,
  { id, reminders, was }: RemindForm,
): Promise<Task | null> {
  let changes = false;
  const task = await changeTask(db, actor, id, (row) => {
    const current = fromRow(row).reminders;
    const merged = mergeReminders(current, was, reminders);
    changes = JSON.stringify(merged) !== JSON.stringify(current);
    if (merged !== null && merged.length > REMINDERS_MAX) {
      const values = { expected: `at most ${REMINDERS_MAX}`, received: merged.length };
      throw new AppError("invalid_input", 422, { field: "reminders", values });
    }
    return changes ? patchTask(row, { reminders: merged }, actor.timeZone) : null;
  });
  return changes ? task : null;
}

/**
 * Merges reminders that a person has changed with those that the task has by now. The default, null, is
 * no list: it takes the place of one, and a list takes its place.
 */
export function mergeReminders(
  current: Reminder[] | null,
  was: Reminder[] | null,
  wanted: Reminder[] | null,
): Reminder[] | null {
  if (current === null || was === null || wanted === null) return wanted;
  const names = (list: Reminder[]) => new Set(list.map((one) => JSON.stringify(one)));
  const [before, after] = [names(was), names(wanted)];
  const kept = current.filter((one) => {
    const name = JSON.stringify(one);
    return after.has(name) || !before.has(name);
  });
  const added = wanted.filter((one) => !before.has(JSON.stringify(one)));
  return sortReminders([...kept, ...added]);
}
