import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { deleteTask } from "./delete-task.server";
import { listTasks } from "./list-tasks.server";
import { type Actor, MANY_MAX, type Task } from "./task";
import type { TaskPatch } from "./task-input";
import type { TaskQuery } from "./task-query";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/** What becomes of each task that a filter finds. */
export interface BulkChange extends Pick<TaskPatch, "priority" | "category" | "dueAt"> {
  completed?: boolean;
  /** Into the trash; the other members do not matter then. */
  deleted?: boolean;
}

/**
 * Changes every task of a person that a filter finds, all of them or none.
 *
 * @param only of those, the tasks that are meant
 * @returns the tasks that changed, before and after
 * @throws AppError `too_many_tasks` (422) beyond {@link MANY_MAX}
 */
export function bulkUpdate(
  db: Db,
  actor: Actor,
  filter: TaskQuery,
  change: BulkChange,
  only?: number[],
): Promise<{ before: Task[]; after: Task[] }> {
  return inTransaction(db, async (tx) => {
    // Always in the order of their numbers: two such changes never wait for each other.
    const query: TaskQuery = { ...filter, sort: "number", limit: MANY_MAX + 1 };
    const { tasks } = await listTasks(tx, actor.userId, query, actor.timeZone);
    if (tasks.length > MANY_MAX) {
      throw new AppError("too_many_tasks", 422, { values: { max: MANY_MAX } });
    }
    const changed = { before: [] as Task[], after: [] as Task[] };
    for (const before of only ? tasks.filter(({ id }) => only.includes(id)) : tasks) {
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
    ([key, value]) => value !== undefined && task[key as keyof typeof patch] !== value,
  );
  const updated = differs ? await updateTask(tx, actor, task.id, patch) : task;
  return completed === undefined ? updated : toggleComplete(tx, actor, task.id, completed);
}
