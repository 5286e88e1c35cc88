import { taskNotFound } from "#app/tasks/change-task.server";
import { deleteTask } from "#app/tasks/delete-task.server";
import { toWire } from "#app/tasks/task";
import { defineTool, taskId, taskOutput } from "./tool";

export const deleteTaskTool = defineTool({
  name: "delete_task",
  title: "Delete a task",
  description: "Puts one task in the trash, from where restore_task brings it back for 30 days.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  input: () => ({ id: taskId }),
  output: { task: taskOutput },
  async run({ db, actor, only }, { id }) {
    if (only && !only.includes(id)) throw taskNotFound(id);
    return { task: toWire(await deleteTask(db, actor, id)) };
  },
});
