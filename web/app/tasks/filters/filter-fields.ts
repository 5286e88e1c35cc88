import { z } from "zod";
import { textInput } from "#app/platform/text-input";
import { CATEGORY_MAX, PRIORITIES, SEARCH_MAX } from "#app/tasks/task/task";

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
