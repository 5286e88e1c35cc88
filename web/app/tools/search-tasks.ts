import { z } from "zod";
import { countTasks, listTasks } from "#app/tasks/list/list-tasks.server";
import { taskFilters } from "#app/tasks/list/task-query";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskOutput } from "./tool";

export const searchTasksTool = defineTool({
  name: "search_tasks",
  title: "Search tasks",
  description: "Finds open and completed tasks by words; a typing error does not matter.",
  annotations: { readOnlyHint: true },
  input: () => ({
    query: taskFilters.search.describe("Words of the title or notes."),
    status: taskFilters.status.default("all"),
    limit: taskFilters.limit.optional(),
  }),
  output: {
    tasks: z.array(taskOutput),
    total: z.int().describe("In all."),
  },
  async run({ db, actor }, { query: search, ...input }) {
    const query = { ...input, search };
    const [page, total] = await Promise.all([
      listTasks(db, actor.userId, query, actor.timeZone),
      countTasks(db, actor.userId, query, actor.timeZone),
    ]);
    return { tasks: page.tasks.map(toWire), total };
  },
});
