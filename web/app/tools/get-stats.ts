import { z } from "zod";
import { getStats } from "#app/tasks/statistics/get-stats.server";
import { statsToWire } from "#app/tasks/statistics/stats";
import { defineTool } from "./tool";

export const getStatsTool = defineTool({
  name: "get_stats",
  title: "Count tasks",
  description: "Counts tasks: open, completed, overdue, by priority and category.",
  annotations: { readOnlyHint: true },
  input: () => ({}),
  output: {
    total: z.int(),
    open: z.int(),
    completed: z.int(),
    overdue: z.int(),
    by_priority: z.record(z.string(), z.int()),
    by_category: z.record(z.string(), z.int()),
    completed_this_week: z.int(),
    streak: z.int().describe("Days in a row with something completed."),
  },
  async run({ db, actor }) {
    return statsToWire(await getStats(db, actor.userId, actor));
  },
});
