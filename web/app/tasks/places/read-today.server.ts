import type { Db } from "#app/platform/database/database";
import { countList } from "#app/tasks/list/count-list.server";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import { startOfDay, today } from "#app/tasks/task/due-date";
import { readDoneSince } from "./read-done-since.server";
import { type Person, readPlace, withFamilies } from "./read-place.server";

/** Most tasks of each part; the list of all tasks has the rest. */
const OVERDUE_MAX = 50;
const TODAY_MAX = 100;
const DONE_MAX = 30;

/** Reads the page of today: what is overdue, what is due today, and what was done today. */
export async function readToday(db: Db, user: Person, search: URLSearchParams) {
  const now = new Date();
  const { timeZone } = user;
  const day = today(now, timeZone);
  const open = { status: "open", sort: "due" } as const;
  const [place, overdue, due, done, totals] = await Promise.all([
    readPlace(db, user, search, now),
    listTasks(db, user.id, { ...open, overdue: true, limit: OVERDUE_MAX }, timeZone),
    listTasks(
      db,
      user.id,
      { ...open, dueFrom: day, dueTo: day, overdue: false, limit: TODAY_MAX },
      timeZone,
    ),
    readDoneSince(db, user.id, startOfDay(day, timeZone), DONE_MAX),
    countList(db, user.id, timeZone, now),
  ]);
  return withFamilies(db, user.id, {
    ...place,
    name: user.name,
    tasks: [...overdue.tasks, ...due.tasks, ...done],
    numbers: { open: totals.open, dueToday: totals.dueToday, overdue: totals.overdue },
    hasMore: { overdue: overdue.nextCursor !== null, today: due.nextCursor !== null },
    /** How many of the overdue tasks were left as they are; null while no day is planned. */
    planned: plannedCount(search.get("plan")),
  });
}

/** The data of the page of today. */
export type TodayData = Awaited<ReturnType<typeof readToday>>;

function plannedCount(text: string | null): number | null {
  if (text === null) return null;
  return /^\d{1,3}$/.test(text) ? Number(text) : 0;
}
