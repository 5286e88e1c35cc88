import type { Db } from "#app/platform/database/database";
import { countList } from "#app/tasks/list/count-list.server";
import { today } from "#app/tasks/task/due-date";
import type { Actor } from "#app/tasks/task/task";
import { fromStoredPriority } from "#app/tasks/task/task-columns";
import type { Stats } from "./stats";

/**
 * Computes the statistics of a person's tasks.
 *
 * @param person days are those of their zone, weeks begin with the day they have chosen, or Monday
 */
export async function getStats(
  db: Db,
  userId: string,
  person: Pick<Actor, "timeZone" | "preferences">,
  now = new Date(),
): Promise<Stats> {
  const { timeZone } = person;
  const day = today(now, timeZone);
  const [counts, priorities, categories, days] = await Promise.all([
    countList(db, userId, timeZone, now),
    db.task.groupBy({ by: ["priority"], where: { userId, ...LISTED }, _count: true }),
    db.task.groupBy({
      by: ["category"],
      where: { userId, ...LISTED, category: { not: null } },
      _count: true,
    }),
    db.$queryRaw<{ day: string; count: number }[]>`
      SELECT to_char(completed_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, count(*)::integer AS count
      FROM task WHERE user_id = ${userId} AND deleted_at IS NULL AND parent_number IS NULL
        AND completed_at IS NOT NULL
      GROUP BY 1 ORDER BY 1 DESC`,
  ]);
  const byPriority: Stats["byPriority"] = { low: 0, medium: 0, high: 0 };
  for (const { priority, _count } of priorities) {
    byPriority[fromStoredPriority(priority) ?? "medium"] = _count;
  }
  const { dayOfWeek } = Temporal.PlainDate.from(day);
  const daysOfWeek = (dayOfWeek - (person.preferences?.firstWeekday ?? 1) + 7) % 7;
  const weekStart = Temporal.PlainDate.from(day).subtract({ days: daysOfWeek }).toString();
  return {
    ...counts,
    byPriority,
    byCategory: Object.fromEntries(categories.map((row) => [row.category ?? "", row._count])),
    completedThisWeek: days.reduce((sum, row) => sum + (row.day >= weekStart ? row.count : 0), 0),
    lastDays: lastDays(new Map(days.map((row) => [row.day, row.count])), day),
    streak: streak(new Set(days.map((row) => row.day)), day),
  };
}

/** A step is counted with its task. */
const LISTED = { deletedAt: null, parentNumber: null };

const DAYS_SHOWN = 14;

function lastDays(done: Map<string, number>, day: string): Stats["lastDays"] {
  const today = Temporal.PlainDate.from(day);
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const date = today.subtract({ days: DAYS_SHOWN - 1 - index }).toString();
    return { day: date, count: done.get(date) ?? 0 };
  });
}

/**
 * The length in days of the current streak of days with a completed task. It ends today, or
 * yesterday while nothing has been completed today.
 *
 * @param done the days with a completed task
 * @param day today, `2026-11-22`
 */
export function streak(done: Set<string>, day: string): number {
  let date = Temporal.PlainDate.from(day);
  if (!done.has(day)) date = date.subtract({ days: 1 });
  let length = 0;
  for (; done.has(date.toString()); date = date.subtract({ days: 1 })) length += 1;
  return length;
}
