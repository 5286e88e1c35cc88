import { taskNotFound } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskId, taskOutput } from "./tool";

export const deleteTaskTool = defineTool({
  name: "delete_task",
  title: "Delete a task",
  description: "Puts one task in the trash; restore_task brings it back for 30 days.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  approval: "always",
  input: () => ({ id: taskId }),
  output: { task: taskOutput },
  async run({ db, actor, approvedIds }, { id }) {
    if (approvedIds && !approvedIds.includes(id)) throw taskNotFound(id);
    return { task: toWire(await deleteTask(db, actor, id)) };
  },
});
