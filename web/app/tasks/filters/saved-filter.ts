import { type ListView, readView, viewHref } from "#app/tasks/list/list-view";

/** Most saved filters of one person. */
export const FILTERS_MAX = 100;

/** A view of the list of all tasks under a name. */
export interface SavedFilter {
  id: string;
  name: string;
  view: ListView;
}

/** The view that shows all that is open, which nobody needs a name for. */
export const WHOLE_VIEW: ListView = {
  status: "open",
  priority: null,
  category: null,
  search: "",
  overdue: false,
};

/** Whether a view shows something else than all that is open. */
export const isView = (view: ListView): boolean => viewHref(view) !== viewHref(WHOLE_VIEW);

/** The view of an address of the list: its query alone. */
export const viewOf = (query: string): ListView => readView(new URLSearchParams(query));
