import { z } from "zod";
import { getStats } from "#app/tasks/statistics/get-stats.server";
import { defineTool } from "./tool";

/** Lists that are named; a person with more has find them by list_tasks. */
const LISTS_MAX = 50;

export const getContextTool = defineTool({
  name: "get_context",
  title: "Where things stand",
  description: "Today and the person's time zone, their lists, and how many tasks there are.",
  annotations: { readOnlyHint: true },
  input: () => ({}),
  output: {
    now: z.string().describe("Local time with its offset."),
    weekday: z.string(),
    time_zone: z.string(),
    open: z.int(),
    overdue: z.int(),
    completed: z.int(),
    lists: z
      .array(z.object({ category: z.string(), tasks: z.int() }))
      .describe("What category takes, the largest first."),
  },
  async run({ db, actor }) {
    const { userId, timeZone } = actor;
    const { open, overdue, completed, byCategory } = await getStats(db, userId, actor);
    const now = Temporal.Now.zonedDateTimeISO(timeZone);
    const lists = Object.entries(byCategory).map(([category, tasks]) => ({ category, tasks }));
    return {
      now: now.toString({ smallestUnit: "minute", timeZoneName: "never" }),
      weekday: WEEKDAYS[now.dayOfWeek - 1] ?? "",
      time_zone: timeZone,
      open,
      overdue,
      completed,
      lists: lists.sort((a, b) => b.tasks - a.tasks).slice(0, LISTS_MAX),
    };
  },
});

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
