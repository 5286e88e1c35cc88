import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { readTasks } from "#app/tasks/task/read-tasks.server";
import { STEPS_MAX, type Task } from "#app/tasks/task/task";
import { readSteps } from "./read-steps.server";

/** How many of the steps of a task are done, and how many there are. */
export type StepCount = readonly [done: number, total: number];

/** What a page shows with its tasks. */
interface Families {
  /** Their steps, but for {@link countedSteps}. */
  steps: Task[];
  /** Tasks whose steps are only counted: a page of many would take long to make. By number. */
  countedSteps: Record<number, StepCount>;
  /** The titles of what the tasks are steps of, by number. */
  parents: Record<number, string>;
}

/**
 * Reads the steps of tasks, and for those that are steps the titles of what they are steps of.
 *
 * @param opened the task whose steps are shown one by one, which come first
 */
export async function readFamilies(
  db: Db,
  userId: string,
  tasks: readonly Task[],
  opened?: Task,
): Promise<Families> {
  const all = opened ? [opened, ...tasks] : tasks;
  const ids = all.flatMap(({ id, parentId }) => (parentId === null ? [id] : []));
  const parentIds = all.flatMap(({ parentId }) => parentId ?? []);
  const [counts, parents] = await Promise.all([
    countSteps(db, userId, [...new Set(ids)]),
    readTasks(db, userId, [...new Set(parentIds)]),
  ]);
  const shown: number[] = [];
  let left = STEPS_MAX;
  for (const [id, [, total]] of counts) {
    // One that has more than a task may have, by a restored backup, shows its first ones.
    if (total > left && !(shown.length === 0 && id === opened?.id)) continue;
    shown.push(id);
    left -= total;
  }
  const counted = [...counts].filter(([id]) => !shown.includes(id));
  return {
    steps: await readSteps(db, userId, shown),
    countedSteps: Object.fromEntries(counted),
    parents: Object.fromEntries(parents.map(({ id, title }) => [id, title])),
  };
}

/** The numbers of steps of tasks, in the order of the tasks; those without are left out. */
async function countSteps(
  db: Db,
  userId: string,
  ids: readonly number[],
): Promise<Map<number, StepCount>> {
  if (ids.length === 0) return new Map();
  const rows = await query<{ id: number; done: number; total: number }>(
    db,
    Prisma.sql`SELECT parent_number AS id, count(completed_at)::integer AS done,
        count(*)::integer AS total
      FROM task
      WHERE user_id = ${userId} AND parent_number = ANY(${ids}::integer[]) AND deleted_at IS NULL
      GROUP BY parent_number`,
    "count steps",
  );
  const found = new Map(rows.map(({ id, done, total }) => [id, [done, total] as const]));
  return new Map(
    ids.flatMap((id) => {
      const count = found.get(id);
      return count ? [[id, count] as const] : [];
    }),
  );
}
