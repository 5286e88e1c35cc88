import { z } from "zod";
import { dayIn } from "#app/i18n/dates";
import type { Db } from "#app/platform/database";
import { getStats } from "./get-stats.server";
import { listTasks } from "./list-tasks.server";
import { STATUSES } from "./task-query";

const searchSchema = z.object({
  status: z.enum(STATUSES).catch("open"),
  cursor: z.string().min(1).max(500).optional().catch(undefined),
});

const PAGE = 100;

interface Person {
  id: string;
  name: string;
  timeZone: string;
}

/** Everything the tasks page shows, for one person. */
export async function readTasksPage(db: Db, user: Person, search: URLSearchParams) {
  const { status, cursor } = searchSchema.parse(Object.fromEntries(search));
  const now = new Date();
  const today = dayIn(user.timeZone, now);
  // What was ticked off today stays in sight, so that nothing vanishes under the finger.
  const withToday = status === "open" && !search.has("status") && !cursor;
  const sort = status === "completed" ? "-updated" : "due";
  const [page, recent, stats] = await Promise.all([
    listTasks(db, user.id, { status, sort, cursor, limit: PAGE }, user.timeZone),
    withToday
      ? listTasks(db, user.id, { status: "completed", sort: "-updated", limit: 20 }, user.timeZone)
      : null,
    getStats(db, user.id, user.timeZone, now),
  ]);
  const doneToday =
    recent?.tasks.filter(
      ({ completedAt }) => completedAt && dayIn(user.timeZone, new Date(completedAt)) === today,
    ) ?? [];
  return {
    name: user.name,
    timeZone: user.timeZone,
    now: now.toISOString(),
    status,
    tasks: [...page.tasks, ...doneToday],
    nextCursor: page.nextCursor,
    categories: Object.keys(stats.byCategory),
    numbers: { open: stats.open, dueToday: stats.dueToday, overdue: stats.overdue },
    counts: { open: stats.open, completed: stats.completed, all: stats.total },
  };
}

export type TasksPageData = Awaited<ReturnType<typeof readTasksPage>>;
