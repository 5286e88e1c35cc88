import type { Attachment } from "#app/attachments/attachment";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { listFiles } from "#app/tasks/files/list-files.server";
import { readSnapshot, type TaskSnapshot } from "#app/tasks/history/task-snapshot";
import type { Action } from "#app/tasks/task/change-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import type { Actor, Task } from "#app/tasks/task/task";

const HISTORY_MAX = 20;

const FIELDS_SHOWN = [
  "title",
  "description",
  "priority",
  "category",
  "labels",
  "parent_id",
  "due_at",
  "duration_minutes",
  "recurrence",
  "recurrence_from",
  "recurrence_except",
  "time_zone",
  "reminders",
] as const satisfies (keyof TaskSnapshot)[];

/** One change in the history of a task. */
export interface HistoryEntry {
  id: string;
  action: Action;
  by: Actor["by"];
  at: string;
  /** The fields that an edit or a skip changed; empty for other actions. */
  fields: { field: (typeof FIELDS_SHOWN)[number]; before: string | null; after: string | null }[];
}

/** The task that is open in the panel. */
export interface TaskDetail {
  task: Task;
  /** The latest changes, newest first, at most {@link HISTORY_MAX}. */
  history: HistoryEntry[];
  files: Attachment[];
}

/** Reads a person's task with its latest changes; null when it is not in their list. */
export async function readTaskDetail(
  db: Db,
  userId: string,
  id: number,
): Promise<TaskDetail | null> {
  try {
    const [task, changes, files] = await Promise.all([
      getTask(db, userId, id),
      db.taskChange.findMany({
        where: { userId, taskNumber: id },
        orderBy: { id: "desc" },
        take: HISTORY_MAX,
      }),
      listFiles(db, userId, id),
    ]);
    const history = changes.map((change) => ({
      id: String(change.id),
      action: change.action as Action,
      by: change.actor as Actor["by"],
      at: change.createdAt.toISOString(),
      fields:
        change.action === "updated" || change.action === "skipped"
          ? changedFields(readSnapshot(change.before), readSnapshot(change.after))
          : [],
    }));
    return { task, history, files };
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return null;
    throw error;
  }
}

function changedFields(
  before: TaskSnapshot | null,
  after: TaskSnapshot | null,
): HistoryEntry["fields"] {
  if (!before || !after) return [];
  const entries = FIELDS_SHOWN.map((field) => ({
    field,
    before: toText(before[field]),
    after: toText(after[field]),
  }));
  const changed = entries.filter((entry) => entry.before !== entry.after);
  // A rule comes and goes with its zone, which would only repeat it.
  const byRule = changed.some(({ field }) => field === "recurrence");
  return changed.filter(({ field }) => !byRule || field !== "time_zone");
}

/** Reminders, a list of objects, are told apart as JSON. */
const toText = (value: TaskSnapshot[keyof TaskSnapshot]): string | null =>
  (Array.isArray(value) && typeof value[0] === "object"
    ? JSON.stringify(value)
    : value?.toString()) || null;
