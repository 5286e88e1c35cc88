import { z } from "zod";
import { taskNotFound } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskIds, taskOutput } from "./tool";

export const deleteTasksTool = defineTool({
  name: "delete_tasks",
  title: "Delete several tasks",
  description: "Puts the named tasks in the trash, all or none. They can be restored for 30 days.",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false },
  approval: "always",
  input: () => ({ ids: taskIds }),
  output: { tasks: z.array(taskOutput) },
  async run({ db, actor, approvedIds }, { ids }) {
    const tasks = [];
    for (const id of new Set(ids)) {
      if (approvedIds && !approvedIds.includes(id)) throw taskNotFound(id);
      tasks.push(toWire(await deleteTask(db, actor, id)));
    }
    return { tasks };
  },
});
