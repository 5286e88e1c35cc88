import type { Db } from "#app/platform/database/database";
import { readTasks } from "#app/tasks/task/read-tasks.server";
import type { Task } from "#app/tasks/task/task";

/** A task as the row of an answer shows it. */
export type ShownTask = Omit<Task, "description" | "reminders">;

/** What the tasks of a conversation's answers are now. */
export interface ShownTasksData {
  /** The numbers that were asked for; those without a task are in nobody's list any more. */
  ids: number[];
  tasks: ShownTask[];
  /** When they were read, ISO 8601. */
  now: string;
}

/** Reads what the tasks that answers name are now: they may have been changed by anybody since. */
export async function readShownTasks(
  db: Db,
  userId: string,
  ids: number[],
): Promise<ShownTasksData> {
  const now = new Date().toISOString();
  const tasks = await readTasks(db, userId, ids);
  // Descriptions are long, and rows do not show them.
  return { ids, tasks: tasks.map(({ description: _, reminders: __, ...task }) => task), now };
}
