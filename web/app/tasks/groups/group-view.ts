import { byPosition } from "#app/tasks/task/position";
import type { Task } from "#app/tasks/task/task";
import { PRIORITIES } from "#app/tasks/task/task";

/** The orders of a list, the usual one first. */
export const GROUP_SORTS = ["position", "due", "priority", "title", "created"] as const;
export type GroupSort = (typeof GROUP_SORTS)[number];

/** What the page of a list shows, as its URL holds it. */
export interface GroupView {
  sort: GroupSort;
  /** Shows completed tasks too. */
  done: boolean;
  /** The number of the open task; 0 for a text that is none. */
  task: number | null;
}

/** Parses the parameters of the URL; invalid values are ignored. */
export function readGroupView(params: URLSearchParams): GroupView {
  const task = params.get("task");
  const number = /^\d{1,10}$/.test(task ?? "") ? Number(task) : 0;
  return {
    sort: GROUP_SORTS.find((sort) => sort === params.get("sort")) ?? "position",
    done: params.get("done") === "true",
    task: task === null ? null : number <= 2_147_483_647 ? number : 0,
  };
}

/** The parameters of a view, for its URL. */
export function viewSearch({ sort, done, task }: GroupView, cursor?: string): string {
  const params = new URLSearchParams();
  if (sort !== "position") params.set("sort", sort);
  if (done) params.set("done", "true");
  if (task !== null) params.set("task", String(task));
  if (cursor) params.set("cursor", cursor);
  return params.size > 0 ? `?${params}` : "";
}

/** Sorts tasks as the server does: what was changed on this device finds its place. */
export function sortTasks(tasks: readonly Task[], sort: GroupSort): Task[] {
  const by = ORDERS[sort];
  return [...tasks].sort((one, two) => by(one, two) || byPosition(one, two));
}

const text = (one: string, two: string): number => (one < two ? -1 : one > two ? 1 : 0);

const ORDERS: Record<GroupSort, (one: Task, two: Task) => number> = {
  position: () => 0,
  due: (one, two) => text(one.dueAt ?? "~", two.dueAt ?? "~"),
  priority: (one, two) => PRIORITIES.indexOf(two.priority) - PRIORITIES.indexOf(one.priority),
  title: (one, two) => text(one.title.toLowerCase(), two.title.toLowerCase()),
  created: (one, two) => text(one.createdAt, two.createdAt),
};
