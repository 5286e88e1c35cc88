import type { Db } from "#app/platform/database/database";
import { readTasks } from "#app/tasks/task/read-tasks.server";
import type { Task } from "#app/tasks/task/task";
import { readSteps } from "./read-steps.server";

/** What a page shows with its tasks. */
interface Families {
  /** Their steps. */
  steps: Task[];
  /** The titles of what the tasks are steps of, by number. */
  parents: Record<number, string>;
}

/** Reads the steps of tasks, and for those that are steps the titles of what they are steps of. */
export async function readFamilies(
  db: Db,
  userId: string,
  tasks: readonly Task[],
): Promise<Families> {
  const top = tasks.filter(({ parentId }) => parentId === null);
  const parentIds = tasks.flatMap(({ parentId }) => parentId ?? []);
  const [steps, parents] = await Promise.all([
    readSteps(db, userId, [...new Set(top.map(({ id }) => id))]),
    readTasks(db, userId, [...new Set(parentIds)]),
  ]);
  return { steps, parents: Object.fromEntries(parents.map(({ id, title }) => [id, title])) };
}
