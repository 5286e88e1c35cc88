import { z } from "zod";
import { fromWire, taskFields } from "#app/tasks/task/task-input";
import { updateTask } from "#app/tasks/task/update-task.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, repeatArguments, taskId, taskOutput } from "./tool";

export const updateTaskTool = defineTool({
  name: "update_task",
  title: "Edit a task",
  description: "Changes the given fields of one task.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
  input: (timeZone) => {
    const fields = taskFields(timeZone);
    return {
      id: taskId,
      title: fields.title.optional(),
      description: fields.description.optional(),
      priority: fields.priority.optional(),
      category: fields.category.optional().describe("null takes it away."),
      labels: fields.labels.optional().describe("All of them; they replace those it has."),
      parent_id: fields.parent_id
        .optional()
        .describe("Makes it a step of this task; null a task of its own."),
      due_at: fields.due_at
        .optional()
        .describe("A day (2026-11-22), a moment, or null to take it away."),
      ...repeatArguments(fields),
      version: z.int().optional().describe("The version seen; a stale one is refused."),
    };
  },
  output: { task: taskOutput },
  async run({ db, actor }, { id, ...patch }) {
    return { task: toWire(await updateTask(db, actor, id, fromWire(patch))) };
  },
});
