import { z } from "zod";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskIds, taskOutput } from "./tool";

/** A tool that brings named tasks into one state, however often it is called. */
const setCompleted = (name: string, title: string, description: string, completed: boolean) =>
  defineTool({
    name,
    title,
    description,
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
    input: () => ({ ids: taskIds }),
    output: { tasks: z.array(taskOutput).describe("The tasks as they are now.") },
    async run({ db, actor }, { ids }) {
      const tasks = [];
      // One after the other: completing one may make its next occurrence.
      for (const id of new Set(ids))
        tasks.push(toWire(await toggleComplete(db, actor, id, completed)));
      return { tasks };
    },
  });

export const completeTaskTool = setCompleted(
  "complete_task",
  "Complete tasks",
  "Marks one or more tasks done. One that is done stays so.",
  true,
);

export const reopenTaskTool = setCompleted(
  "reopen_task",
  "Reopen tasks",
  "Makes one or more completed tasks open again.",
  false,
);
