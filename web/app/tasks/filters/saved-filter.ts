import { z } from "zod";
import { textInput } from "#app/platform/text-input";
import { type ListView, readView, viewHref } from "#app/tasks/list/list-view";
import { CATEGORY_MAX, PRIORITIES, SEARCH_MAX } from "#app/tasks/task/task";

/** Most saved filters of one person. */
export const FILTERS_MAX = 100;

/** A view of the list of all tasks under a name. */
export interface SavedFilter {
  id: string;
  name: string;
  view: ListView;
}

/** Schema of the name of a saved filter. */
export const filterName = textInput({ max: CATEGORY_MAX });

const STATUSES = ["open", "completed", "all"] as const;

/** Schemas of what a filter holds, by the names that they have on the wire. */
export const filterFields = {
  status: z.enum(STATUSES, { error: `one of ${STATUSES.join(", ")}` }),
  priority: z.enum(PRIORITIES, { error: `one of ${PRIORITIES.join(", ")}, or null` }).nullable(),
  category: textInput({ max: CATEGORY_MAX }).nullable(),
  search: textInput({ max: SEARCH_MAX, optional: true }),
  overdue: z.boolean("true or false"),
};

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
