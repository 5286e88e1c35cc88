import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import type { TaskQuery } from "#app/tasks/list/task-query";
import { deleteTask } from "./delete-task.server";
import { type Actor, BULK_MAX, type Task } from "./task";
import type { TaskPatch } from "./task-input";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/** The change applied to each matching task. */
export interface BulkChange extends Pick<TaskPatch, "priority" | "category" | "labels" | "dueAt"> {
  completed?: boolean;
  /** Moves it to the trash; the other members are ignored then. */
  deleted?: boolean;
}

/**
 * Changes every task of a person that matches a filter, all of them or none.
 *
 * @param allowedIds restricts the change to these task numbers
 * @returns the tasks that changed, before and after, in the same order
 * @throws AppError `too_many_tasks` (422) beyond {@link BULK_MAX}
 */
export function bulkUpdate(
  db: Db,
  actor: Actor,
  filter: TaskQuery,
  change: BulkChange,
  allowedIds?: number[],
): Promise<{ before: Task[]; after: Task[] }> {
  return inTransaction(db, async (tx) => {
    // Rows are locked in the order of their numbers, so that two bulk updates cannot deadlock.
    const query: TaskQuery = { ...filter, sort: "number", limit: BULK_MAX + 1 };
    const { tasks } = await listTasks(tx, actor.userId, query, actor.timeZone);
    if (tasks.length > BULK_MAX) {
      throw new AppError("too_many_tasks", 422, { values: { max: BULK_MAX } });
    }
    const changed = { before: [] as Task[], after: [] as Task[] };
    const allowed = allowedIds ? tasks.filter(({ id }) => allowedIds.includes(id)) : tasks;
    const ids = new Set(allowed.map(({ id }) => id));
    for (const before of allowed) {
      // It goes with its task.
      if (change.deleted && before.parentId !== null && ids.has(before.parentId)) continue;
      const after = await changeOne(tx, actor, before, change);
      if (after.version === before.version) continue;
      changed.before.push(before);
      changed.after.push(after);
    }
    return changed;
  });
}

async function changeOne(
  tx: Db,
  actor: Actor,
  task: Task,
  { completed, deleted, ...patch }: BulkChange,
): Promise<Task> {
  if (deleted) return deleteTask(tx, actor, task.id);
  const differs = Object.entries(patch).some(
    ([key, value]) =>
      value !== undefined &&
      JSON.stringify(task[key as keyof typeof patch]) !== JSON.stringify(value),
  );
  const updated = differs ? await updateTask(tx, actor, task.id, patch) : task;
  return completed === undefined ? updated : toggleComplete(tx, actor, task.id, completed);
}
