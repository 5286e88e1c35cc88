import type { Db } from "#app/platform/database";
import { countList } from "./count-list.server";
import { today } from "./due-date";
import type { Stats } from "./stats";
import { PRIORITIES } from "./task";

/** Counts a person's tasks. Days are those of `timeZone`. */
export async function getStats(
  db: Db,
  userId: string,
  timeZone: string,
  now = new Date(),
): Promise<Stats> {
  const day = today(now, timeZone);
  const [counts, priorities, categories, days] = await Promise.all([
    countList(db, userId, timeZone, now),
    db.task.groupBy({ by: ["priority"], where: { userId, deletedAt: null }, _count: true }),
    db.task.groupBy({
      by: ["category"],
      where: { userId, deletedAt: null, category: { not: null } },
      _count: true,
    }),
    db.$queryRaw<{ day: string; count: number }[]>`
      SELECT to_char(completed_at AT TIME ZONE ${timeZone}, 'YYYY-MM-DD') AS day, count(*)::integer AS count
      FROM task WHERE user_id = ${userId} AND deleted_at IS NULL AND completed_at IS NOT NULL
      GROUP BY 1 ORDER BY 1 DESC`,
  ]);
  const byPriority: Stats["byPriority"] = { low: 0, medium: 0, high: 0 };
  for (const { priority, _count } of priorities) {
    byPriority[PRIORITIES[priority - 1] ?? "medium"] = _count;
  }
  const monday = Temporal.PlainDate.from(day);
  const weekStart = monday.subtract({ days: monday.dayOfWeek - 1 }).toString();
  return {
    ...counts,
    byPriority,
    byCategory: Object.fromEntries(categories.map((row) => [row.category ?? "", row._count])),
    completedThisWeek: days.reduce((sum, row) => sum + (row.day >= weekStart ? row.count : 0), 0),
    lastDays: lastDays(new Map(days.map((row) => [row.day, row.count])), day),
    streak: streak(new Set(days.map((row) => row.day)), day),
  };
}

const DAYS_SHOWN = 14;

function lastDays(done: Map<string, number>, day: string): Stats["lastDays"] {
  const today = Temporal.PlainDate.from(day);
  return Array.from({ length: DAYS_SHOWN }, (_, index) => {
    const date = today.subtract({ days: DAYS_SHOWN - 1 - index }).toString();
    return { day: date, count: done.get(date) ?? 0 };
  });
}

/** Days in a row with something done, ending today, or yesterday while today has nothing yet. */
export function streak(done: Set<string>, day: string): number {
  let date = Temporal.PlainDate.from(day);
  if (!done.has(day)) date = date.subtract({ days: 1 });
  let length = 0;
  for (; done.has(date.toString()); date = date.subtract({ days: 1 })) length += 1;
  return length;
}
