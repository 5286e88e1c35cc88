import { z } from "zod";
import { getTask } from "#app/tasks/task/get-task.server";
import { readSteps } from "#app/tasks/task/steps/read-steps.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskId, taskOutput } from "./tool";

export const getTaskTool = defineTool({
  name: "get_task",
  title: "Show a task",
  description: "Gives one task with its notes and steps.",
  annotations: { readOnlyHint: true },
  input: () => ({ id: taskId }),
  output: { task: taskOutput, steps: z.array(taskOutput).describe("Its steps, in their order.") },
  async run({ db, actor }, { id }) {
    const task = await getTask(db, actor.userId, id);
    const steps = await readSteps(db, actor.userId, [id]);
    return { task: toWire(task), steps: steps.map(toWire) };
  },
});
