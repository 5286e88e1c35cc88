import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { isAppError } from "#app/platform/errors";
import { toDraft } from "#app/tasks/edit/task-draft";
import type { BulkAction } from "#app/tasks/edit/task-form";
import { localDue } from "#app/tasks/times/local-due";
import { readMove } from "#app/tasks/times/read-move";
import { deleteTask } from "./delete-task.server";
import { parseDueInput } from "./due-date";
import { getTask } from "./get-task.server";
import { skipOccurrence } from "./skip-occurrence.server";
import type { Actor, Task } from "./task";
import type { TaskPatch } from "./task-input";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/**
 * Applies one action of the bulk form to several tasks of a person, all of them or none. Tasks that
 * do not exist, or need no change, are skipped.
 *
 * @returns the tasks that changed, as they are now
 */
export function applyBulkAction(
  db: Db,
  actor: Actor,
  ids: number[],
  change: BulkAction,
): Promise<Task[]> {
  // Rows are locked in the order of their numbers, so that two bulk actions cannot deadlock.
  const ordered = [...new Set(ids)].sort((a, b) => a - b);
  return inTransaction(db, async (tx) => {
    const changed: Task[] = [];
    for (const id of ordered) {
      const before = await findTask(tx, actor.userId, id);
      const after = before && (await applyToTask(tx, actor, before, change));
      if (before && after && after.version > before.version) changed.push(after);
    }
    return changed;
  });
}

async function findTask(tx: Db, userId: string, id: number): Promise<Task | null> {
  try {
    return await getTask(tx, userId, id);
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return null;
    throw error;
  }
}

function applyToTask(tx: Db, actor: Actor, task: Task, change: BulkAction): Promise<Task> {
  if (change.to === "complete") return toggleComplete(tx, actor, task.id, true);
  if (change.to === "delete") return deleteTask(tx, actor, task.id);
  if (change.to === "when") return moveTask(tx, actor, task, change.value);
  return patched(tx, actor, task, patchFor(task, change, actor.timeZone));
}

function patched(tx: Db, actor: Actor, task: Task, patch: TaskPatch): Promise<Task> {
  const unchanged = Object.entries(patch).every(
    ([key, value]) => JSON.stringify(task[key as keyof Task]) === JSON.stringify(value),
  );
  return unchanged ? Promise.resolve(task) : updateTask(tx, actor, task.id, patch);
}

/** Moves a task to what a text says; what it does not move stays as it is. */
async function moveTask(tx: Db, actor: Actor, task: Task, text: string): Promise<Task> {
  const { timeZone, preferences, saidAt } = actor;
  const context = { now: saidAt ?? new Date(), timeZone, preferences };
  const { patch, skip } = readMove(text, localDue(task, timeZone), context);
  if (patch) return patched(tx, actor, task, patch);
  if (!skip) return task;
  const { from, to } = skip;
  try {
    return await skipOccurrence(tx, actor, task.id, {
      from: from ?? undefined,
      to: to ?? undefined,
    });
  } catch (error) {
    // It does not repeat, or not then.
    if (isAppError(error) && error.status === 409) return task;
    throw error;
  }
}

function patchFor(
  task: Task,
  change: Exclude<BulkAction, { to: "complete" | "delete" | "when" }>,
  timeZone: string,
): TaskPatch {
  if (change.to === "priority") return { priority: change.value };
  if (change.to === "category") return { category: change.value.trim() || null };
  // The day changes, the time of day stays.
  const { time } = toDraft(task, timeZone);
  return { dueAt: parseDueInput(change.value, change.value && time, timeZone) };
}
