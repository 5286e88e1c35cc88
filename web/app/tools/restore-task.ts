import { toWire } from "#app/tasks/task/wire-task";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { defineTool, taskId, taskOutput } from "./tool";

export const restoreTaskTool = defineTool({
  name: "restore_task",
  title: "Restore a task",
  description: "Brings a deleted task back, under its number.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  input: () => ({ id: taskId }),
  output: { task: taskOutput },
  async run({ db, actor }, { id }) {
    return { task: toWire(await restoreTask(db, actor, id)) };
  },
});
