import { getTask } from "#app/tasks/task/get-task.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskId, taskOutput } from "./tool";

export const getTaskTool = defineTool({
  name: "get_task",
  title: "Show a task",
  description: "Gives one task with its notes.",
  annotations: { readOnlyHint: true },
  input: () => ({ id: taskId }),
  output: { task: taskOutput },
  async run({ db, actor }, { id }) {
    return { task: toWire(await getTask(db, actor.userId, id)) };
  },
});
