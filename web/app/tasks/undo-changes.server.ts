import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import type { Action } from "./change-task.server";
import { deleteTask } from "./delete-task.server";
import { restoreTask } from "./restore-task.server";
import type { Actor, WireTask } from "./task";
import { fromWire } from "./task-input";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/**
 * Takes back the last change of each task, if nothing has happened to the task since.
 *
 * @param changes tasks, each with the version that its change left it with
 * @returns what was taken back; fewer than asked when tasks have moved on
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
      const after = last?.after as unknown as WireTask | null;
      if (!last || after?.version !== version) continue;
      await takeBack(tx, actor, last.action as Action, id, last.before as unknown as WireTask);
      undone.push(last.action as Action);
    }
    return undone;
  });
}

async function takeBack(tx: Db, actor: Actor, action: Action, id: number, before: WireTask) {
  switch (action) {
    case "completed":
    case "reopened":
      return toggleComplete(tx, actor, id, action === "reopened");
    case "deleted":
      return restoreTask(tx, actor, id);
    case "created":
    case "restored":
      return deleteTask(tx, actor, id);
    case "updated": {
      const { title, description, priority, category, due_at, recurrence } = before;
      const fields = { title, description, priority, category, due_at, recurrence };
      return updateTask(tx, actor, id, fromWire(fields));
    }
  }
}
