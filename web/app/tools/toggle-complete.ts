import { z } from "zod";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskId, taskOutput } from "./tool";

export const toggleCompleteTool = defineTool({
  name: "toggle_complete",
  title: "Complete or reopen a task",
  description: "Marks one task done, or open again.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  input: () => ({
    id: taskId,
    completed: z.boolean().optional().describe("The state wanted; without it the task toggles."),
  }),
  output: { task: taskOutput },
  async run({ db, actor }, { id, completed }) {
    return { task: toWire(await toggleComplete(db, actor, id, completed)) };
  },
});
