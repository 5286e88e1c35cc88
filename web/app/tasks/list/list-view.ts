import { hasControl, isStorable, isVisible } from "#app/platform/text-rules";
import { CATEGORY_MAX, PRIORITIES, type Priority, SEARCH_MAX } from "#app/tasks/task/task";

const STATUSES = ["open", "completed", "all"] as const;
/** Status filter of the tasks page. */
export type StatusFilter = (typeof STATUSES)[number];

/** The filters of the tasks page, as its URL holds them. */
export interface ListView {
  status: StatusFilter;
  priority: Priority | null;
  category: string | null;
  search: string;
  overdue: boolean;
}

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null;

/** A text of the URL, cut to `max` characters; empty if it cannot be used. */
function textOf(text: string | null, max: number): string {
  const trimmed = text?.trim().slice(0, max).toWellFormed().trim() ?? "";
  const usable = isStorable(trimmed) && !hasControl(trimmed) && isVisible(trimmed);
  return usable ? trimmed : "";
}

/** Parses the parameters of the URL; invalid values are ignored. The default is all open tasks. */
export function readView(params: URLSearchParams): ListView {
  return {
    status: oneOf(STATUSES, params.get("status")) ?? "open",
    priority: oneOf(PRIORITIES, params.get("priority")),
    category: textOf(params.get("category"), CATEGORY_MAX) || null,
    search: textOf(params.get("search"), SEARCH_MAX),
    overdue: params.get("overdue") === "true",
  };
}

/** The URL of a view; `task` opens a task beside the list, `cursor` is for a later page. */
export function viewHref(
  view: ListView,
  { task, cursor }: { task?: number; cursor?: string } = {},
): string {
  const params = new URLSearchParams();
  if (view.status !== "open") params.set("status", view.status);
  if (view.priority) params.set("priority", view.priority);
  if (view.category) params.set("category", view.category);
  if (view.search) params.set("search", view.search);
  if (view.overdue) params.set("overdue", "true");
  if (task !== undefined) params.set("task", String(task));
  if (cursor) params.set("cursor", cursor);
  return params.size > 0 ? `/tasks?${params}` : "/tasks";
}

/** True when a filter other than the status is set. */
export const isFiltered = ({ priority, category, search, overdue }: ListView): boolean =>
  Boolean(priority || category || search || overdue);

/** The same view with no filter but its status. */
export const unfiltered = ({ status }: ListView): ListView => ({
  status,
  priority: null,
  category: null,
  search: "",
  overdue: false,
});
