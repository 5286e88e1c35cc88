import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database/database";
import { readTaskDetail, type TaskDetail } from "#app/tasks/edit/read-task-detail.server";
import { listCategories } from "#app/tasks/list/count-list.server";
import { openTaskNumber } from "#app/tasks/list/read-tasks-page.server";
import { today } from "#app/tasks/task/due-date";
import { readFamilies } from "#app/tasks/task/steps/read-families.server";
import type { Task } from "#app/tasks/task/task";
import type { Preferences } from "#app/when/preferences";

/** Whose places they are. */
export interface Person {
  id: string;
  name: string;
  timeZone: string;
  /** How they count weeks and hours, where they have chosen it. */
  preferences?: Partial<Preferences>;
}

/** Reads what every place shows beside its tasks: the opened one, and what a new one may take. */
export async function readPlace(db: Db, user: Person, search: URLSearchParams, now: Date) {
  const openedId = openTaskNumber(search.get("task"));
  const [categories, detail] = await Promise.all([
    listCategories(db, user.id),
    openedId === null ? null : readTaskDetail(db, user.id, openedId),
  ]);
  return {
    timeZone: user.timeZone,
    now: now.toISOString(),
    today: today(now, user.timeZone),
    /** Key of the form that adds a task, for browsers without JavaScript. */
    submission: randomUUID(),
    categories,
    openedId,
    detail,
  };
}

/** Reads the steps of the tasks of a place, and what its steps are steps of. */
export async function withFamilies<Page extends { tasks: Task[]; detail: TaskDetail | null }>(
  db: Db,
  userId: string,
  page: Page,
) {
  const { tasks, detail } = page;
  return { ...page, ...(await readFamilies(db, userId, tasks, detail?.task)) };
}

/** What every place has read. */
export type PlaceData = Awaited<ReturnType<typeof readPlace>> &
  Awaited<ReturnType<typeof readFamilies>>;
