import { z } from "zod";
import { countTasks, listTasks } from "#app/tasks/list/list-tasks.server";
import { taskFilters } from "#app/tasks/list/task-query";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskOutput } from "./tool";

export const listTasksTool = defineTool({
  name: "list_tasks",
  title: "List tasks",
  description:
    "Lists the person's tasks, open ones unless told otherwise, by due date. Never shows the trash.",
  annotations: { readOnlyHint: true },
  input: () => ({
    status: taskFilters.status.default("open"),
    priority: taskFilters.priority.optional(),
    category: taskFilters.category.optional(),
    label: taskFilters.label.optional(),
    parent_id: taskFilters.parent_id
      .optional()
      .describe(
        "The task whose steps are wanted. Without it, and without a search, steps are left out: none.",
      ),
    search: taskFilters.search.optional().describe("Words that the title or description holds."),
    due_from: taskFilters.due_from.optional().describe("First day or moment, included."),
    due_to: taskFilters.due_to.optional().describe("Last day or moment, included."),
    overdue: taskFilters.overdue.optional(),
    sort: taskFilters.sort.optional(),
    limit: taskFilters.limit.optional(),
    cursor: taskFilters.cursor.optional().describe("next_cursor of the page before."),
  }),
  output: {
    tasks: z.array(taskOutput),
    next_cursor: z.string().nullable(),
    total: z.int().describe("How many there are on all pages."),
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
