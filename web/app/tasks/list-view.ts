import { PRIORITIES, type Priority } from "./task";

const VIEWS = ["open", "completed", "all"] as const;
export type StatusFilter = (typeof VIEWS)[number];

/** What the address of the page asks to see. */
export interface ListView {
  status: StatusFilter;
  priority: Priority | null;
  category: string | null;
  search: string;
  overdue: boolean;
}

const SEARCH_MAX = 200;
const CATEGORY_MAX = 50;

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null;

/** Reads an address; what it does not understand it leaves out. Open tasks come first. */
export function readView(params: URLSearchParams): ListView {
  return {
    status: oneOf(VIEWS, params.get("status")) ?? "open",
    priority: oneOf(PRIORITIES, params.get("priority")),
    category: params.get("category")?.trim().slice(0, CATEGORY_MAX) || null,
    search: params.get("search")?.trim().slice(0, SEARCH_MAX) ?? "",
    overdue: params.get("overdue") === "true",
  };
}

/** The address of a view, with a task opened beside it or a later page of it. */
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

/** True when something other than the status narrows the list. */
export const isFiltered = ({ priority, category, search, overdue }: ListView): boolean =>
  Boolean(priority || category || search || overdue);

/** The same list with nothing but its status. */
export const unfiltered = ({ status }: ListView): ListView => ({
  status,
  priority: null,
  category: null,
  search: "",
  overdue: false,
});
