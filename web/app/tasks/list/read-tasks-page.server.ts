import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { readTaskDetail } from "#app/tasks/edit/read-task-detail.server";
import { listFilters } from "#app/tasks/filters/list-filters.server";
import { readDoneSince } from "#app/tasks/places/read-done-since.server";
import { startOfDay, today } from "#app/tasks/task/due-date";
import { readFamilies } from "#app/tasks/task/steps/read-families.server";
import type { Preferences } from "#app/when/preferences";
import { countList, listCategories } from "./count-list.server";
import { countTasks, listTasks, type TaskPage } from "./list-tasks.server";
import { isFiltered, type ListView, readView, type StatusFilter, viewHref } from "./list-view";
import { readSearch, type SearchReading } from "./read-search";
import type { TaskQuery } from "./task-query";

const PAGE_SIZE = 100;
const DONE_MAX = 20;

interface Person {
  id: string;
  name: string;
  timeZone: string;
  /** How they count weeks and hours, where they have chosen it. */
  preferences?: Partial<Preferences>;
}

/** Reads all data of the tasks page. `search` holds the parameters of its URL, see `readView`. */
export async function readTasksPage(db: Db, user: Person, search: URLSearchParams) {
  const view = readView(search);
  const now = new Date();
  const cursor = search.get("cursor") || undefined;
  const { timeZone, preferences } = user;
  const searchedDays = view.search ? readSearch(view.search, { now, timeZone, preferences }) : null;
  const query = toTaskQuery(view, searchedDays);
  const openedId = openTaskNumber(search.get("task"));
  const [page, doneToday, totals, categories, counts, detail, filters] = await Promise.all([
    readPage(db, user, query, cursor),
    // Tasks completed today stay visible, so that a row does not vanish when it is ticked off.
    view.status === "open" && !search.has("status") && !isFiltered(view) && !cursor
      ? readDoneSince(db, user.id, startOfDay(today(now, timeZone), timeZone), DONE_MAX)
      : [],
    countList(db, user.id, user.timeZone, now),
    listCategories(db, user.id),
    isFiltered(view) ? countByStatus(db, user, query) : null,
    openedId === null ? null : readTaskDetail(db, user.id, openedId),
    listFilters(db, user.id),
  ]);
  const href = viewHref(view);
  const tasks = [...page.tasks, ...doneToday];
  const families = await readFamilies(db, user.id, tasks, detail?.task);
  return {
    name: user.name,
    timeZone: user.timeZone,
    now: now.toISOString(),
    /** Key of the form that adds a task, for browsers without JavaScript. */
    submission: randomUUID(),
    view,
    /** The name under which the view is kept. */
    savedAs: filters.find((filter) => viewHref(filter.view) === href)?.name ?? null,
    /** The days that the words of the search name. */
    searchedDays,
    tasks,
    /** The steps of these tasks and of the open one, and the titles of what is shown as a step. */
    ...families,
    nextCursor: page.nextCursor,
    isLaterPage: cursor !== undefined,
    openedId,
    detail,
    categories,
    numbers: { open: totals.open, dueToday: totals.dueToday, overdue: totals.overdue },
    counts: counts ?? { open: totals.open, completed: totals.completed, all: totals.total },
  };
}

/** The loader data of the tasks page. */
export type TasksPageData = Awaited<ReturnType<typeof readTasksPage>>;

function toTaskQuery(
  { status, priority, category, search, overdue }: ListView,
  days: SearchReading | null,
): TaskQuery {
  return {
    status,
    // A search finds steps too.
    parentId: search ? undefined : "none",
    priority: priority ?? undefined,
    category: category ?? undefined,
    search: search || undefined,
    searchAsDue: days
      ? {
          search: days.words,
          dueFrom: days.from,
          dueTo: days.to,
          overdue: days.overdue || undefined,
          undated: days.undated || undefined,
        }
      : undefined,
    overdue: overdue || undefined,
  };
}

async function readPage(
  db: Db,
  user: Person,
  filter: TaskQuery,
  cursor?: string,
): Promise<TaskPage> {
  const sort = filter.status === "completed" ? "-updated" : "due";
  const query = { ...filter, sort, limit: PAGE_SIZE } as const;
  try {
    return await listTasks(db, user.id, { ...query, cursor }, user.timeZone);
  } catch (error) {
    // An invalid cursor in the URL shows the first page.
    if (!cursor || !isAppError(error)) throw error;
    return listTasks(db, user.id, query, user.timeZone);
  }
}

async function countByStatus(
  db: Db,
  { id, timeZone }: Person,
  query: TaskQuery,
): Promise<Record<StatusFilter, number>> {
  const count = (status: StatusFilter) => countTasks(db, id, { ...query, status }, timeZone);
  const [open, completed, all] = await Promise.all([
    count("open"),
    count("completed"),
    count("all"),
  ]);
  return { open, completed, all };
}

/** The number of the open task in the URL; 0 for a text that is no task number. */
export function openTaskNumber(text: string | null): number | null {
  if (text === null) return null;
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id <= 2_147_483_647 ? id : 0;
}
