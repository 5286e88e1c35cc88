import type { Db } from "#app/platform/database/database";
import { countTasks } from "#app/tasks/list/list-tasks.server";
import { addDays } from "#app/tasks/task/calendar-days";
import { today } from "#app/tasks/task/due-date";
import { listByDay } from "./list-by-day.server";
import { listLater } from "./list-later.server";
import { readDay } from "./read-day";
import { type Person, readPlace, withFamilies } from "./read-place.server";

const DAYS = 7;
const PER_DAY_MAX = 40;

/** Reads the next days, or seven days from the one in the address on: `?from=2026-12-05`. */
export async function readUpcoming(db: Db, user: Person, search: URLSearchParams) {
  const now = new Date();
  const { timeZone } = user;
  const day = today(now, timeZone);
  const from = readDay(search.get("from")) ?? day;
  const [place, shown, overdue, later] = await Promise.all([
    readPlace(db, user, search, now),
    listByDay(db, user, { from, count: DAYS, perDay: PER_DAY_MAX, status: "open" }),
    countTasks(db, user.id, { status: "open", overdue: true }, timeZone),
    listLater(db, user, { today: day, from, to: addDays(from, DAYS - 1) }),
  ]);
  return withFamilies(db, user.id, { ...place, ...shown, later, from, numbers: { overdue } });
}

/** The data of the page of the next days. */
export type UpcomingData = Awaited<ReturnType<typeof readUpcoming>>;
