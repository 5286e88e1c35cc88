import { z } from "zod";
import { undoLastRun } from "#app/tasks/history/undo-run.server";
import { toWire } from "#app/tasks/task/wire-task";
import { defineTool, taskOutput } from "./tool";

export const undoLastTool = defineTool({
  name: "undo_last",
  title: "Undo the last turn",
  description:
    "Takes back what the last turn changed, deletions too. Refuses where a task was changed since and says which; with force the person is asked first.",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false },
  approval: "forced",
  input: () => ({
    force: z.boolean().default(false).describe("Also undo what was changed since."),
  }),
  output: { tasks: z.array(taskOutput).describe("The tasks as they are now.") },
  async run({ db, actor }, { force }) {
    const { tasks } = await undoLastRun(db, actor, force);
    return { tasks: tasks.map(toWire) };
  },
});
