import { z } from "zod";
import { CATEGORY_MAX, PRIORITIES } from "./task";
import { dueInput } from "./task-input";

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
] as const;

const PAGE_MAX = 100;

/** What a list may be asked for, by its names on the wire; unknown names are refused. */
export const taskFilters = {
  status: z.enum(STATUSES, { error: `one of ${STATUSES.join(", ")}` }),
  priority: z.enum(PRIORITIES, { error: `one of ${PRIORITIES.join(", ")}` }),
  category: z.string().trim().min(1).max(CATEGORY_MAX),
  search: z.string().trim().min(1, "a text").max(200, "a text of at most 200 characters"),
  due_from: dueInput().unwrap(),
  due_to: dueInput().unwrap(),
  overdue: z.boolean(),
  sort: z.enum(SORTS, { error: `one of ${SORTS.join(", ")}` }),
  limit: z.coerce
    .number({ error: `a number from 1 to ${PAGE_MAX}` })
    .int(`a number from 1 to ${PAGE_MAX}`)
    .min(1, `a number from 1 to ${PAGE_MAX}`)
    .max(PAGE_MAX, `a number from 1 to ${PAGE_MAX}`),
  cursor: z.string().min(1).max(500),
};

/** A list request in the names of the code. */
export interface TaskQuery {
  status?: (typeof STATUSES)[number];
  priority?: (typeof PRIORITIES)[number];
  category?: string;
  search?: string;
  /** First and last day or moment, both included. */
  dueFrom?: string | null;
  dueTo?: string | null;
  overdue?: boolean;
  sort?: (typeof SORTS)[number];
  limit?: number;
  cursor?: string;
}
