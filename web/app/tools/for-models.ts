import { z } from "zod";
import type { ErrorCode } from "#app/i18n/errors";
import type { WireTask } from "#app/tasks/task/wire-task";

/** A task in a list: what tells it from others, with local times and without its notes. */
export const compactTask = z.object({
  id: z.int(),
  title: z.string(),
  due_at: z.string().optional().describe("A day, or a local moment with its offset."),
  priority: z.string(),
  completed: z.boolean(),
  category: z.string().optional(),
  recurrence: z.string().optional(),
  has_notes: z.boolean().optional().describe("get_task shows them."),
});

/** A task as {@link compactTask}; what says nothing is left out. */
export function toCompact(task: WireTask, timeZone: string): z.output<typeof compactTask> {
  const { id, title, due_at, priority, category, recurrence, completed, description } = task;
  return {
    id,
    title,
    ...(due_at && { due_at: localMoment(due_at, timeZone) }),
    priority,
    completed,
    ...(category && { category }),
    ...(recurrence && { recurrence }),
    ...(description && { has_notes: true }),
  };
}

/** A moment in UTC in the person's zone; a day stays one. */
function localMoment(due: string, timeZone: string): string {
  if (!due.endsWith("Z")) return due;
  const local = Temporal.Instant.from(due).toZonedDateTimeISO(timeZone);
  return local.toString({ smallestUnit: "minute", timeZoneName: "never" });
}

/**
 * Arguments as models write them: null for what they leave out, and the number of a task as text, "#3"
 * too. Null stays where it says something.
 */
export function asWritten(shape: z.ZodRawShape) {
  return (input: unknown): unknown => {
    if (typeof input !== "object" || input === null || Array.isArray(input)) return input;
    const members = Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
      const schema = shape[name] as z.ZodType | undefined;
      if (value === null && schema && !schema.safeParse(null).success) return [];
      if (name === "id") return [[name, asNumber(value)]];
      if (name === "ids") return [[name, (Array.isArray(value) ? value : [value]).map(asNumber)]];
      const inner = schema && innerShape(schema);
      return [[name, inner ? asWritten(inner)(value) : value]];
    });
    return Object.fromEntries(members);
  };
}

/** The members of a schema of an object, also of an optional one. */
function innerShape(schema: z.ZodType): z.ZodRawShape | undefined {
  if (schema instanceof z.ZodOptional) return innerShape(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodObject ? schema.shape : undefined;
}

const asNumber = (value: unknown): unknown =>
  typeof value === "string" && /^\s*#?\d{1,10}\s*$/.test(value)
    ? Number(value.replace("#", ""))
    : value;

/** What to do about a refusal, by the tool to use instead. */
export const hints: Partial<Record<ErrorCode, string>> = {
  task_not_found:
    "search_tasks finds a task by words, list_tasks lists open ones; restore_task brings a deleted one back.",
  nothing_to_undo:
    "undo_last takes back what this client did. Use update_task, reopen_task or restore_task for anything else.",
  undo_conflict:
    "Look at the tasks with get_task; undo_last with force goes over the later change.",
  version_conflict: "Read the task with get_task, and send its version.",
  approval_expired: "Call the tool again without approval_token.",
  insufficient_scope: "The person has to let this app do more: connect it again.",
};
