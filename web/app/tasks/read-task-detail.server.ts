import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import type { Action } from "./change-task.server";
import { getTask } from "./get-task.server";
import type { Actor, Task, WireTask } from "./task";

const HISTORY_MAX = 20;

const SHOWN = [
  "title",
  "description",
  "priority",
  "category",
  "due_at",
  "recurrence",
] as const satisfies (keyof WireTask)[];

/** One line of a task's history. */
export interface HistoryEntry {
  id: string;
  action: Action;
  by: Actor["by"];
  at: string;
  /** Fields that an edit changed. */
  fields: { field: (typeof SHOWN)[number]; before: string | null; after: string | null }[];
}

export interface TaskDetail {
  task: Task;
  /** The latest changes, newest first. */
  history: HistoryEntry[];
}

/** A person's task with its latest changes; null when it is not in their list. */
export async function readTaskDetail(
  db: Db,
  userId: string,
  id: number,
): Promise<TaskDetail | null> {
  try {
    const [task, changes] = await Promise.all([
      getTask(db, userId, id),
      db.taskChange.findMany({
        where: { userId, taskNumber: id },
        orderBy: { id: "desc" },
        take: HISTORY_MAX,
      }),
    ]);
    const history = changes.map((change) => ({
      id: String(change.id),
      action: change.action as Action,
      by: change.actor as Actor["by"],
      at: change.createdAt.toISOString(),
      fields:
        change.action === "updated"
          ? changedFields(
              change.before as unknown as WireTask | null,
              change.after as unknown as WireTask | null,
            )
          : [],
    }));
    return { task, history };
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return null;
    throw error;
  }
}

function changedFields(before: WireTask | null, after: WireTask | null): HistoryEntry["fields"] {
  if (!before || !after) return [];
  return SHOWN.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field] || null,
    after: after[field] || null,
  }));
}
