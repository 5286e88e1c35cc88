import { dayIn } from "#app/i18n/dates";
import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { countList, listCategories } from "./count-list.server";
import { countTasks, listTasks, type TaskPage } from "./list-tasks.server";
import { isFiltered, type ListView, readView, type StatusFilter } from "./list-view";
import { readTaskDetail } from "./read-task-detail.server";
import type { Task } from "./task";
import type { TaskQuery } from "./task-query";

const PAGE = 100;

interface Person {
  id: string;
  name: string;
  timeZone: string;
}

/** Everything the tasks page shows, for one person. */
export async function readTasksPage(db: Db, user: Person, search: URLSearchParams) {
  const view = readView(search);
  const now = new Date();
  const cursor = search.get("cursor") || undefined;
  const opened = openedTask(search.get("task"));
  const [page, doneToday, whole, categories, counts, detail] = await Promise.all([
    readPage(db, user, view, cursor),
    // What was ticked off today stays in sight, so that nothing vanishes under the finger.
    view.status === "open" && !search.has("status") && !isFiltered(view) && !cursor
      ? readDoneToday(db, user, now)
      : [],
    countList(db, user.id, user.timeZone, now),
    listCategories(db, user.id),
    isFiltered(view) ? countEach(db, user, view) : null,
    opened === null ? null : readTaskDetail(db, user.id, opened),
  ]);
  return {
    name: user.name,
    timeZone: user.timeZone,
    now: now.toISOString(),
    view,
    tasks: [...page.tasks, ...doneToday],
    nextCursor: page.nextCursor,
    isLaterPage: cursor !== undefined,
    opened,
    detail,
    categories,
    numbers: { open: whole.open, dueToday: whole.dueToday, overdue: whole.overdue },
    counts: counts ?? { open: whole.open, completed: whole.completed, all: whole.total },
  };
}

export type TasksPageData = Awaited<ReturnType<typeof readTasksPage>>;

function queryOf({ status, priority, category, search, overdue }: ListView): TaskQuery {
  return {
    status,
    priority: priority ?? undefined,
    category: category ?? undefined,
    search: search || undefined,
    overdue: overdue || undefined,
  };
}

async function readPage(db: Db, user: Person, view: ListView, cursor?: string): Promise<TaskPage> {
  const sort = view.status === "completed" ? "-updated" : "due";
  const query = { ...queryOf(view), sort, limit: PAGE } as const;
  try {
    return await listTasks(db, user.id, { ...query, cursor }, user.timeZone);
  } catch (error) {
    // An address with a page that is none of ours begins at the first.
    if (!cursor || !isAppError(error)) throw error;
    return listTasks(db, user.id, query, user.timeZone);
  }
}

async function readDoneToday(db: Db, { id, timeZone }: Person, now: Date): Promise<Task[]> {
  const query = { status: "completed", sort: "-updated", limit: 20 } as const;
  const { tasks } = await listTasks(db, id, query, timeZone);
  const today = dayIn(timeZone, now);
  return tasks.filter(
    ({ completedAt }) => completedAt && dayIn(timeZone, new Date(completedAt)) === today,
  );
}

async function countEach(
  db: Db,
  { id, timeZone }: Person,
  view: ListView,
): Promise<Record<StatusFilter, number>> {
  const count = (status: StatusFilter) =>
    countTasks(db, id, { ...queryOf(view), status }, timeZone);
  const [open, completed, all] = await Promise.all([
    count("open"),
    count("completed"),
    count("all"),
  ]);
  return { open, completed, all };
}

/** The number of the task that the address opens; 0 for what cannot be one. */
function openedTask(text: string | null): number | null {
  if (text === null) return null;
  const id = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  return id <= 2_147_483_647 ? id : 0;
}
