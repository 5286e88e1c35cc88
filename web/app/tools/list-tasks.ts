import { z } from "zod";
import { countTasks, listTasks } from "#app/tasks/list/list-tasks.server";
import { taskFiltersIn } from "#app/tasks/list/task-query";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskOutput } from "./tool";

export const listTasksTool = defineTool({
  name: "list_tasks",
  title: "List tasks",
  description: "Lists tasks by due date, open ones unless told otherwise, never the trash.",
  annotations: { readOnlyHint: true },
  input: (timeZone) => {
    const filters = taskFiltersIn(timeZone);
    return {
      status: filters.status.default("open"),
      priority: filters.priority.optional(),
      category: filters.category.optional(),
      label: filters.label.optional(),
      parent_id: filters.parent_id
        .optional()
        .describe("The task whose steps are wanted; else only a search finds steps."),
      search: filters.search.optional().describe("Words of the title or notes."),
      due_from: filters.due_from.optional().describe("First day or moment."),
      due_to: filters.due_to.optional().describe("Last day or moment."),
      overdue: filters.overdue.optional(),
      sort: filters.sort.optional(),
      limit: filters.limit.optional(),
      cursor: filters.cursor.optional().describe("next_cursor of the last page."),
    };
  },
  output: {
    tasks: z.array(taskOutput),
    next_cursor: z.string().nullable(),
    total: z.int().describe("On all pages."),
  },
  async run({ db, actor }, { due_from: dueFrom, due_to: dueTo, parent_id, ...input }) {
    const parentId = parent_id ?? (input.search ? undefined : "none");
    const query = { ...input, dueFrom, dueTo, parentId };
    const [page, total] = await Promise.all([
      listTasks(db, actor.userId, query, actor.timeZone),
      countTasks(db, actor.userId, query, actor.timeZone),
    ]);
    return { tasks: page.tasks.map(toWire), next_cursor: page.nextCursor, total };
  },
});
