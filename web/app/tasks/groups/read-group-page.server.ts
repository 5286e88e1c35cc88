import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { readTaskDetail } from "#app/tasks/edit/read-task-detail.server";
import { listCategories } from "#app/tasks/list/count-list.server";
import { listTasks, type TaskPage } from "#app/tasks/list/list-tasks.server";
import type { TaskQuery } from "#app/tasks/list/task-query";
import { readFamilies } from "#app/tasks/task/steps/read-families.server";
import type { GroupKind } from "./group";
import { readGroupView } from "./group-view";
import { getGroup } from "./list-groups.server";

const PAGE_SIZE = 100;

/**
 * Reads all data of the page of a list or a label.
 *
 * @param idOrName of the list or the label
 * @param search the parameters of its URL, see `readGroupView`
 * @throws AppError `list_not_found`, `label_not_found` (404)
 */
export async function readGroupPage(
  db: Db,
  user: { id: string; timeZone: string },
  kind: GroupKind,
  idOrName: string,
  search: URLSearchParams,
) {
  const group = await getGroup(db, user.id, kind, idOrName);
  const view = readGroupView(search);
  const now = new Date();
  const openedId = view.task;
  const query: TaskQuery = {
    ...(kind === "list" ? { category: group.name, parentId: "none" } : { label: group.name }),
    status: view.done ? "all" : "open",
    sort: view.sort,
    limit: PAGE_SIZE,
  };
  const cursor = search.get("cursor") || undefined;
  const [page, categories, detail] = await Promise.all([
    readPage(db, user, query, cursor),
    listCategories(db, user.id),
    openedId === null ? null : readTaskDetail(db, user.id, openedId),
  ]);
  return {
    kind,
    group,
    view,
    timeZone: user.timeZone,
    now: now.toISOString(),
    /** Key of the form that adds a task, for browsers without JavaScript. */
    submission: randomUUID(),
    tasks: page.tasks,
    nextCursor: page.nextCursor,
    ...(await readFamilies(db, user.id, page.tasks, detail?.task)),
    openedId,
    detail,
    categories,
  };
}

/** The loader data of the page of a list or a label. */
export type GroupPageData = Awaited<ReturnType<typeof readGroupPage>>;

async function readPage(
  db: Db,
  user: { id: string; timeZone: string },
  query: TaskQuery,
  cursor?: string,
): Promise<TaskPage> {
  try {
    return await listTasks(db, user.id, { ...query, cursor }, user.timeZone);
  } catch (error) {
    // An invalid cursor in the URL shows the first page.
    if (!cursor || !isAppError(error)) throw error;
    return listTasks(db, user.id, query, user.timeZone);
  }
}
