import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import type { Action } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import type { Actor } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { fieldsOf, readSnapshot, type TaskSnapshot } from "./task-snapshot";

/**
 * Undoes the last change of each task, unless the task has changed since.
 *
 * @param changes tasks, each with the version that the change to undo resulted in
 * @returns the kinds of the changes that were undone; tasks that changed since are left out
 */
export function undoChanges(
  db: Db,
  actor: Actor,
  changes: [id: number, version: number][],
): Promise<Action[]> {
  const ordered = [...changes].sort(([a], [b]) => a - b);
  return inTransaction(db, async (tx) => {
    const undone: Action[] = [];
    for (const [id, version] of ordered) {
      const last = await tx.taskChange.findFirst({
        where: { userId: actor.userId, taskNumber: id },
        orderBy: { id: "desc" },
      });
      if (!last || readSnapshot(last.after)?.version !== version) continue;
      await revertChange(tx, actor, last.action as Action, id, readSnapshot(last.before));
      undone.push(last.action as Action);
    }
    return undone;
  });
}

async function revertChange(
  tx: Db,
  actor: Actor,
  action: Action,
  id: number,
  before: TaskSnapshot | null,
) {
  switch (action) {
    case "completed":
    case "reopened":
      return toggleComplete(tx, actor, id, action === "reopened");
    case "deleted":
      return restoreTask(tx, actor, id);
    case "created":
    case "restored":
      return deleteTask(tx, actor, id);
    case "updated":
    case "skipped":
      return updateTask(tx, actor, id, fieldsOf(before));
  }
}
