import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { deleteTask } from "./delete-task.server";
import { parseDueInput } from "./due-date";
import { getTask } from "./get-task.server";
import type { Actor, Task } from "./task";
import { toDraft } from "./task-draft";
import type { Many } from "./task-form";
import type { TaskPatch } from "./task-input";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/**
 * Does one thing to several tasks of a person, to all of them or to none. Tasks that are gone, or
 * are that way already, are passed over.
 *
 * @returns the tasks that changed, as they are now
 */
export function changeMany(db: Db, actor: Actor, ids: number[], change: Many): Promise<Task[]> {
  // Always locked in the same order: two such changes never wait for each other.
  const ordered = [...new Set(ids)].sort((a, b) => a - b);
  return inTransaction(db, async (tx) => {
    const changed: Task[] = [];
    for (const id of ordered) {
      const before = await find(tx, actor.userId, id);
      const after = before && (await changeOne(tx, actor, before, change));
      if (before && after && after.version > before.version) changed.push(after);
    }
    return changed;
  });
}

async function find(tx: Db, userId: string, id: number): Promise<Task | null> {
  try {
    return await getTask(tx, userId, id);
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return null;
    throw error;
  }
}

function changeOne(tx: Db, actor: Actor, task: Task, change: Many): Promise<Task> {
  if (change.to === "complete") return toggleComplete(tx, actor, task.id, true);
  if (change.to === "delete") return deleteTask(tx, actor, task.id);
  const patch = patchFor(task, change, actor.timeZone);
  const same = Object.entries(patch).every(([key, value]) => task[key as keyof Task] === value);
  return same ? Promise.resolve(task) : updateTask(tx, actor, task.id, patch);
}

function patchFor(
  task: Task,
  change: Exclude<Many, { to: "complete" | "delete" }>,
  timeZone: string,
): TaskPatch {
  if (change.to === "priority") return { priority: change.value };
  if (change.to === "category") return { category: change.value.trim() || null };
  // Another day, the same time of day.
  const { time } = toDraft(task, timeZone);
  return { dueAt: parseDueInput(change.value, change.value && time, timeZone) };
}
