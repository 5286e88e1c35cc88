import { z } from "zod";
import { offerAfter } from "#app/tasks/task/steps/offer-after.server";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskId, taskOutput } from "./tool";

export const toggleCompleteTool = defineTool({
  name: "toggle_complete",
  title: "Complete or reopen a task",
  description:
    "Marks one task done, or open again. Steps stay as they are: if open_steps names some, or last_step_of a task, ask whether to complete those too.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  input: () => ({
    id: taskId,
    completed: z.boolean().optional().describe("The state wanted; without it the task toggles."),
  }),
  output: {
    task: taskOutput,
    open_steps: z.array(z.int()).describe("Numbers of its steps that are still open."),
    last_step_of: z.int().nullable().describe("The open task that it was the last open step of."),
  },
  async run({ db, actor }, { id, completed }) {
    const task = await toggleComplete(db, actor, id, completed);
    const offer = task.completed ? await offerAfter(db, actor.userId, task) : null;
    return {
      task: toWire(task),
      open_steps: offer?.notice === "stepsOpen" ? offer.ids : [],
      last_step_of: offer?.notice === "lastStepDone" ? task.parentId : null,
    };
  },
});
