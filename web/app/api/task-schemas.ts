import { z } from "zod";
import { taskNotFound } from "#app/tasks/change-task.server";
import { taskFields } from "#app/tasks/task-input";
import { taskFilters } from "#app/tasks/task-query";
import { getStatsTool } from "#app/tools/get-stats";
import { taskOutput } from "#app/tools/tool";

const { title, ...optional } = taskFields();
const user_id = z.unknown().optional().describe("Yours, if at all; another's is 404.");
const version = z
  .int("the version you have seen")
  .optional()
  .describe("The version you have seen; a stale one is 409.");

export const newTask = z
  .strictObject({ title, ...z.object(optional).partial().shape, user_id })
  .meta({ id: "NewTask" });

export const edit = z
  .strictObject({ ...z.object(taskFields()).partial().shape, version, user_id })
  .meta({ id: "TaskEdit" });

/** PUT replaces: what is left out goes back to its default. */
export const replacement = z
  .strictObject({
    title,
    description: optional.description.default(""),
    priority: optional.priority.default("medium"),
    category: optional.category.default(null),
    due_at: optional.due_at.default(null),
    recurrence: optional.recurrence.default(null),
    version,
    user_id,
  })
  .meta({ id: "TaskReplacement" });

const flag = z.enum(["true", "false"], { error: "true or false" }).transform((v) => v === "true");

/** What a list may be asked for, as a query string says it. */
export const listQuery = z.strictObject({
  ...z.object({ ...taskFilters, overdue: flag }).partial().shape,
});

const position = z.coerce
  .number({ error: "a next_cursor of the same list" })
  .int("a next_cursor of the same list")
  .min(1, "a next_cursor of the same list")
  .max(Number.MAX_SAFE_INTEGER);

/** A page of the trash or of a history. */
export const pageQuery = z.strictObject({
  limit: taskFilters.limit.optional(),
  cursor: position.optional(),
});

export const wireTask = taskOutput.meta({ id: "Task" });

export const wirePage = z.object({
  tasks: z.array(wireTask),
  next_cursor: z.string().nullable().describe("Asks for the next page; null at the end."),
});

export const wireTrash = z.object({
  tasks: z.array(taskOutput.extend({ deleted_at: z.string() }).meta({ id: "TrashedTask" })),
  next_cursor: z.int().nullable(),
});

const difference = z.object({ before: z.unknown(), after: z.unknown() });

export const wireHistory = z.object({
  changes: z.array(
    z
      .object({
        id: z.int(),
        action: z.enum(["created", "updated", "completed", "reopened", "deleted", "restored"]),
        by: z.enum(["person", "assistant", "api", "mcp"]),
        run_id: z.string().nullable(),
        at: z.string(),
        fields: z.record(z.string(), difference).describe("What became different, by name."),
      })
      .meta({ id: "TaskChange" }),
  ),
  next_cursor: z.int().nullable(),
});

export const wireStats = z.object(getStatsTool.output).meta({ id: "Stats" });

/** A task number from an address. What cannot be one names no task. */
export function taskNumber(text: string): number {
  const id = Number(text);
  if (!/^\d{1,10}$/.test(text) || id < 1 || id > 2 ** 31 - 1) {
    throw taskNotFound(Number.isSafeInteger(id) ? id : 0);
  }
  return id;
}
