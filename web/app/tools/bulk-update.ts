import { z } from "zod";
import { type TaskQuery, taskFilters } from "#app/tasks/list/task-query";
import { bulkUpdate } from "#app/tasks/task/bulk-update.server";
import { fromWire, taskFields } from "#app/tasks/task/task-input";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskOutput } from "./tool";

export const bulkUpdateTool = defineTool({
  name: "bulk_update",
  title: "Change many tasks",
  description:
    "Changes, completes or deletes every task that a filter finds, at once. The person is shown them and asked before it happens; call it at once and do not ask yourself. For tasks that were named, use the other tools, one call each.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
  input: (timeZone) => {
    const fields = taskFields(timeZone);
    return {
      filter: z
        .strictObject({
          status: taskFilters.status.default("open"),
          priority: taskFilters.priority.optional(),
          category: taskFilters.category.optional(),
          label: taskFilters.label.optional(),
          parent_id: taskFilters.parent_id.optional(),
          search: taskFilters.search.optional(),
          due_from: taskFilters.due_from.optional().describe("First day or moment, included."),
          due_to: taskFilters.due_to.optional().describe("Last day or moment, included."),
          overdue: taskFilters.overdue.optional(),
        })
        .describe("Which tasks, as list_tasks finds them."),
      set: z
        .strictObject({
          completed: z.boolean().optional(),
          priority: fields.priority.optional(),
          category: fields.category.optional().describe("null takes it away."),
          labels: fields.labels.optional().describe("All of them; they replace those it has."),
          due_at: fields.due_at.optional(),
          deleted: z.literal(true).optional().describe("Puts them in the trash."),
        })
        .refine((set) => Object.keys(set).length > 0, "at least one member")
        .describe("What becomes of each."),
    };
  },
  output: { tasks: z.array(taskOutput).describe("The tasks that changed, as they are now.") },
  async run({ db, actor, approvedIds }, { filter, set }) {
    const { after } = await bulkUpdate(db, actor, toQuery(filter), fromWire(set), approvedIds);
    return { tasks: after.map(toWire) };
  },
});

type Filter = Omit<TaskQuery, "dueFrom" | "dueTo" | "parentId"> & {
  parent_id?: TaskQuery["parentId"];
  due_from?: string | null;
  due_to?: string | null;
};

/** Converts the filter of a call from wire names. */
export function toQuery({ due_from, due_to, parent_id, ...rest }: Filter): TaskQuery {
  const parentId = parent_id ?? (rest.search ? undefined : "none");
  return { ...rest, dueFrom: due_from, dueTo: due_to, parentId };
}
