import { z } from "zod";
import { type TaskQuery, taskFiltersIn } from "#app/tasks/list/task-query";
import { bulkUpdate } from "#app/tasks/task/bulk-update.server";
import { fromWire, taskFields } from "#app/tasks/task/task-input";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskOutput } from "./tool";

export const bulkUpdateTool = defineTool({
  name: "bulk_update",
  title: "Change many tasks",
  description:
    "Changes, completes or deletes every task that a filter finds; the person is shown them and asked first. For tasks that were named, use the other tools.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
  approval: "always",
  input: (timeZone) => {
    const fields = taskFields(timeZone);
    const filters = taskFiltersIn(timeZone);
    return {
      filter: z
        .strictObject({
          status: filters.status.optional(),
          priority: filters.priority.optional(),
          category: filters.category.optional(),
          label: filters.label.optional(),
          parent_id: filters.parent_id.optional(),
          search: filters.search.optional(),
          due_from: filters.due_from.optional().describe("First day or moment."),
          due_to: filters.due_to.optional().describe("Last day or moment."),
          overdue: filters.overdue.optional(),
        })
        .describe("Which tasks, as list_tasks finds them; open ones unless told otherwise."),
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

/** Converts the filter of a call from wire names; without a status it finds open tasks. */
export function toQuery({ due_from, due_to, parent_id, ...rest }: Filter): TaskQuery {
  const parentId = parent_id ?? (rest.search ? undefined : "none");
  return { status: "open", ...rest, dueFrom: due_from, dueTo: due_to, parentId };
}
