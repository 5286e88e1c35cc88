import { skipOccurrence } from "#app/tasks/task/skip-occurrence.server";
import { dayInput } from "#app/tasks/task/task-input";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskId, taskOutput } from "./tool";

export const skipTaskTool = defineTool({
  name: "skip_task",
  title: "Skip a repeated task",
  description:
    "Moves a repeated task on to its next date without completing it, or leaves out its dates within some days.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  input: () => ({
    id: taskId,
    from: dayInput.optional().describe("First day left out; by default the due one."),
    to: dayInput.optional().describe("Last day left out; by default the first."),
  }),
  output: { task: taskOutput },
  async run({ db, actor }, { id, ...span }) {
    return { task: toWire(await skipOccurrence(db, actor, id, span)) };
  },
});
