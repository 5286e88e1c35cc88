import { z } from "zod";
import { described, MOMENT_FORMAT, momentOutput } from "#app/platform/documented";
import { type Act, BATCH_MAX } from "#app/tasks/changes/act-in-batch.server";
import { CATEGORIES_MAX, taskFilters } from "#app/tasks/list/task-query";
import { ACTIONS, taskNotFound } from "#app/tasks/task/change-task.server";
import { dayInput, fromWire, taskFields } from "#app/tasks/task/task-input";
import { getStatsTool } from "#app/tools/get-stats";
import { taskOutput } from "#app/tools/tool";

const { title, ...optional } = taskFields();
const user_id = z.unknown().optional().describe("Optional; must be your own id, otherwise 404.");
const version = z
  .int("the version you have seen")
  .min(1, "the version you have seen")
  .max(2 ** 31 - 1, "the version you have seen")
  .optional()
  .describe("The version you last read; 409 if the task has changed since.");

/** Body of a new task. */
export const newTask = z
  .strictObject({ title, ...z.object(optional).partial().shape, user_id })
  .meta({
    id: "NewTask",
    examples: [
      { title: "buy milk" },
      {
        title: "pay the rent",
        due_at: "2026-12-31",
        recurrence: "FREQ=MONTHLY;BYMONTHDAY=-1",
        category: "home",
        priority: "high",
      },
    ],
  });

const completed = z
  .boolean("true or false")
  .optional()
  .describe("Completes or reopens it; a task that is so already stays as it is.");

/** Body of PATCH: omitted fields are unchanged. */
export const edit = z
  .strictObject({ ...z.object(taskFields()).partial().shape, completed, version, user_id })
  .meta({
    id: "TaskEdit",
    examples: [{ due_at: "2026-12-01T17:00:00+05:00" }, { completed: true }],
  });

/** What null means in a merge patch where it is not a value: the default. */
export const MERGE_NULLS = {
  description: "",
  priority: "medium",
  labels: [],
  recurrence_from: "due",
  recurrence_except: [],
};

/** The members of a task that nobody sets: a body may bring them as they were read. */
const readOnly = Object.fromEntries(
  Object.keys(taskOutput.shape)
    .filter((name) => !(name in taskFields()) && !["id", "completed", "version"].includes(name))
    .map((name) => [name, z.unknown().optional().describe("Ignored.")]),
);

/** Body of PUT: omitted fields are reset to their defaults. */
export const replacement = z
  .strictObject({
    title,
    description: optional.description.default(""),
    priority: optional.priority.default("medium"),
    category: optional.category.default(null),
    labels: optional.labels.default([]),
    parent_id: optional.parent_id.default(null),
    position: optional.position.default(null),
    due_at: optional.due_at.default(null),
    duration_minutes: optional.duration_minutes.default(null),
    recurrence: optional.recurrence.default(null),
    recurrence_from: optional.recurrence_from.default("due"),
    recurrence_except: optional.recurrence_except.default([]),
    time_zone: optional.time_zone.default(null),
    reminders: optional.reminders.default(null),
    completed,
    id: z.int("the number of the task").optional().describe("Must be that of the path."),
    ...readOnly,
    version,
    user_id,
  })
  .meta({ id: "TaskReplacement" });

/** Body of completing or reopening; without the state the task toggles. */
export const completion = z.strictObject({ completed, user_id }).meta({ id: "TaskCompletion" });

/** Body of a skip. */
export const skip = z
  .strictObject({
    from: dayInput.optional().describe("First day to leave out; by default the day it is due."),
    to: dayInput.optional().describe("Last day to leave out; by default `from`."),
    version,
    user_id,
  })
  .meta({ id: "TaskSkip" });

const id = z
  .int("the number of a task")
  .min(1, "the number of a task")
  .max(2 ** 31 - 1, "the number of a task");

const taskToCreate = newTask.omit({ user_id: true }).meta({ id: "TaskToCreate" });
const taskToUpdate = edit.omit({ user_id: true }).meta({ id: "TaskToUpdate" });

const act = z
  .discriminatedUnion(
    "op",
    [
      z
        .strictObject({ op: z.literal("create"), task: taskToCreate })
        .meta({ id: "CreateOperation" }),
      z
        .strictObject({ op: z.literal("update"), id, task: taskToUpdate })
        .meta({ id: "UpdateOperation" }),
      z
        .strictObject({
          op: z.literal("complete"),
          id,
          completed: completed.default(true),
          version,
        })
        .meta({ id: "CompleteOperation" }),
      z.strictObject({ op: z.literal("delete"), id, version }).meta({ id: "DeleteOperation" }),
    ],
    { error: "an operation: create, update, complete or delete" },
  )
  .meta({ id: "Operation" });

const ACTS = `1 to ${BATCH_MAX} operations`;

/** Body of a batch. */
export const batch = z
  .strictObject({ operations: z.array(act, ACTS).min(1, ACTS).max(BATCH_MAX, ACTS), user_id })
  .meta({
    id: "Batch",
    examples: [
      {
        operations: [
          { op: "create", task: { title: "buy milk" } },
          { op: "complete", id: 1, completed: true },
        ],
      },
    ],
  });

/** The acts of a batch in the names of the code. */
export const toActs = ({ operations }: Omit<z.output<typeof batch>, "user_id">): Act[] =>
  operations.map((one) => ("task" in one ? ({ ...one, task: fromWire(one.task) } as Act) : one));

const flag = z.enum(["true", "false"], { error: "true or false" }).transform((v) => v === "true");

const categories = z
  .array(taskFilters.category, "categories")
  .max(CATEGORIES_MAX, `at most ${CATEGORIES_MAX} categories`);

const changedSince = described(z.string().min(1).max(6_000), {
  anyOf: [{ const: "*" }, MOMENT_FORMAT, { format: "sync-token", pattern: "^[\\w-]{40,}$" }],
}).describe("`*` for all tasks, a `sync_token`, or an RFC 3339 moment.");

/** Query of changes. */
export const changesQuery = z.strictObject({
  changed_since: changedSince,
  limit: taskFilters.limit.optional(),
  cursor: taskFilters.cursor.optional(),
});

/** Query of a task list. */
export const listQuery = z.strictObject({
  ...z.object({ ...taskFilters, category: categories, overdue: flag }).partial().shape,
  undated: flag.optional().describe("Only tasks without a due date, or only those with one."),
  completed_from: taskFilters.due_from
    .optional()
    .describe("First day or moment of completion, included."),
  completed_to: taskFilters.due_to
    .optional()
    .describe("Last day or moment of completion, included."),
  changed_since: changedSince.optional(),
});

/** A valid query of a task list. */
export type ListQuery = z.output<typeof listQuery>;

/** A cursor that is a number; `max` is the largest that its column holds. */
const position = (max: number) =>
  z.coerce
    .number({ error: "a next_cursor of the same list" })
    .int("a next_cursor of the same list")
    .min(1, "a next_cursor of the same list")
    .max(max, "a next_cursor of the same list");

/** Query of a page of the trash or of conversations. */
export const pageQuery = z.strictObject({
  limit: taskFilters.limit.optional(),
  cursor: position(2 ** 31 - 1).optional(),
});

/** Query of a page of a history. */
export const historyQuery = pageQuery.extend({
  cursor: position(Number.MAX_SAFE_INTEGER).optional(),
});

/** A task. */
export const wireTask = taskOutput.meta({ id: "Task" });

/** A page of tasks. */
export const wirePage = z.object({
  tasks: z.array(wireTask),
  next_cursor: z.string().nullable().describe("Cursor of the next page; null on the last."),
});

/** A page of changes. */
export const wireChanges = wirePage.extend({
  deleted: z.array(
    z
      .object({
        id: z.int(),
        deleted_at: momentOutput(),
        forever: z.boolean().describe("False for a task in the trash."),
      })
      .meta({ id: "DeletedTask" }),
  ),
  sync_token: z.string().nullable().describe("For the next time; null until the last page."),
});

/** What a batch has done. */
export const wireBatch = z
  .object({
    results: z.array(
      z.object({
        op: z.enum(["create", "update", "complete", "delete"]),
        id: z.int(),
        task: wireTask.optional().describe("Not of a task that was deleted."),
      }),
    ),
  })
  .meta({ id: "BatchResults" });

/** A page of the trash. */
export const wireTrash = z.object({
  tasks: z.array(taskOutput.extend({ deleted_at: momentOutput() }).meta({ id: "TrashedTask" })),
  next_cursor: z.int().nullable(),
});

const difference = z.object({ before: z.unknown(), after: z.unknown() });

/** A page of a task's history. */
export const wireHistory = z.object({
  changes: z.array(
    z
      .object({
        id: z.int(),
        action: z.enum(ACTIONS),
        by: z.enum(["person", "assistant", "api", "mcp"]),
        run_id: z.string().nullable(),
        at: momentOutput(),
        fields: z.record(z.string(), difference).describe("The changed fields by name."),
      })
      .meta({ id: "TaskChange" }),
  ),
  next_cursor: z.int().nullable(),
});

/** Task statistics. */
export const wireStats = z.object(getStatsTool.output).meta({ id: "Stats" });

/**
 * Parses the task number of a path.
 *
 * @throws AppError `task_not_found` (404) when it is not a valid number
 */
export function parseTaskNumber(text: string): number {
  const id = Number(text);
  if (!/^\d{1,10}$/.test(text) || id < 1 || id > 2 ** 31 - 1) {
    throw taskNotFound(Number.isSafeInteger(id) ? id : 0);
  }
  return id;
}
