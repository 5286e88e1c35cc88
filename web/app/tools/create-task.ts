import { createTask } from "#app/tasks/task/create-task.server";
import { fromWire, taskFields } from "#app/tasks/task/task-input";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, repeatArguments, taskOutput } from "./tool";

export const createTaskTool = defineTool({
  name: "create_task",
  title: "Create a task",
  description: "Adds one task. The title is in the person's own words, without the command.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  input: (timeZone) => {
    const fields = taskFields(timeZone);
    return {
      title: fields.title,
      description: fields.description.optional(),
      priority: fields.priority.optional(),
      category: fields.category.optional(),
      labels: fields.labels.optional().describe("Such as waiting or phone, without a sign."),
      parent_id: fields.parent_id
        .optional()
        .describe("Makes it a step of this task, such as one thing to do of a larger one."),
      due_at: fields.due_at
        .optional()
        .describe("A day (2026-11-22) or moment (2026-11-22T17:00, local)."),
      ...repeatArguments(fields),
    };
  },
  output: { task: taskOutput },
  async run({ db, actor }, input) {
    return { task: toWire(await createTask(db, actor, fromWire(input))) };
  },
});
