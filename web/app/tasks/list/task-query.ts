import { z } from "zod";
import { textInput } from "#app/platform/text-input";
import { CATEGORY_MAX, PRIORITIES, SEARCH_MAX } from "#app/tasks/task/task";
import { dueInput, labelInput } from "#app/tasks/task/task-input";

const STATUSES = ["open", "completed", "all"] as const;
const SORTS = [
  "number",
  "-number",
  "due",
  "created",
  "-created",
  "updated",
  "-updated",
  "priority",
  "title",
  "position",
] as const;

const PAGE_MAX = 100;
/** Most categories that a list may name. */
export const CATEGORIES_MAX = 20;

/**
 * Schemas of the parameters of a list, by their wire names.
 *
 * @param localZone IANA zone of a moment without an offset; without it such a text is invalid
 */
export const taskFiltersIn = (localZone?: string) => ({
  status: z.enum(STATUSES, { error: `one of ${STATUSES.join(", ")}` }),
  priority: z.enum(PRIORITIES, { error: `one of ${PRIORITIES.join(", ")}` }),
  category: textInput({ max: CATEGORY_MAX }),
  label: labelInput,
  parent_id: z.union(
    [
      z.literal("none"),
      z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    ],
    {
      error: "the id of a task, for its steps; or none, for what is no step",
    },
  ),
  search: textInput({ max: SEARCH_MAX }),
  due_from: dueInput(localZone).unwrap(),
  due_to: dueInput(localZone).unwrap(),
  overdue: z.boolean(),
  sort: z.enum(SORTS, { error: `one of ${SORTS.join(", ")}` }),
  limit: z.coerce
    .number({ error: `a number from 1 to ${PAGE_MAX}` })
    .int(`a number from 1 to ${PAGE_MAX}`)
    .min(1, `a number from 1 to ${PAGE_MAX}`)
    .max(PAGE_MAX, `a number from 1 to ${PAGE_MAX}`),
  cursor: z.string().min(1).max(2_000),
});

/** The same where moments have an offset. */
export const taskFilters = taskFiltersIn();

/** The parameters of a list in the names of the code; members that are left out do not filter. */
export interface TaskQuery {
  status?: (typeof STATUSES)[number];
  priority?: (typeof PRIORITIES)[number];
  /** One, or any of several. */
  category?: string | string[];
  label?: string;
  /** The task whose steps are wanted; none: only what is no step. */
  parentId?: number | "none";
  search?: string;
  /** First and last day or instant, both included. */
  dueFrom?: string | null;
  dueTo?: string | null;
  overdue?: boolean;
  /** First and last day or instant of completion, both included. */
  completedFrom?: string | null;
  completedTo?: string | null;
  /** Only what has no due date; false for only what has one. */
  undated?: boolean;
  /** The words of time in the search: tasks that are due so are found beside those of all its words. */
  searchAsDue?: Pick<TaskQuery, "search" | "dueFrom" | "dueTo" | "overdue" | "undated">;
  sort?: (typeof SORTS)[number];
  limit?: number;
  cursor?: string;
}
