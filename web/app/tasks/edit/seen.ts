import { z } from "zod";
import { jsonText } from "#app/platform/json-text";
import {
  BULK_MAX,
  CATEGORY_MAX,
  PRIORITIES,
  RECURRENCE_FROM,
  type Task,
} from "#app/tasks/task/task";

/** The fields that an action of the bulk form may change; the exceptions of a rule go with it. */
const TIMES = ["dueAt", "durationMinutes", "recurrence", "recurrenceFrom"] as const;
const SEEN_FIELDS = {
  complete: [],
  delete: [],
  priority: ["priority"],
  category: ["category"],
  due: ["dueAt"],
  when: TIMES,
} as const satisfies Record<string, readonly (keyof Task)[]>;

/** What the person saw of a task in the fields that a form changes. */
export type Seen = Pick<Task, "id"> &
  Partial<Pick<Task, "priority" | "category" | (typeof TIMES)[number]>>;

/** Longest text of what was seen: for as many tasks as a form may change, of long rules. */
const SEEN_MAX = 300_000;

/** What was seen of each task, as JSON. */
export const seenText = jsonText(SEEN_MAX).pipe(
  z
    .array(
      z.object({
        id: z.int().positive(),
        priority: z.enum(PRIORITIES).optional(),
        category: z.string().max(CATEGORY_MAX).nullable().optional(),
        dueAt: z.string().max(40).nullable().optional(),
        durationMinutes: z.int().nullable().optional(),
        recurrence: z.string().max(1_000).nullable().optional(),
        recurrenceFrom: z.enum(RECURRENCE_FROM).optional(),
      }),
    )
    .max(BULK_MAX),
);

/**
 * What a person sees of tasks in the fields that an action changes; none for one that overwrites
 * nothing, such as completing or deleting.
 *
 * @param to the action of the bulk form
 */
export function seenOf(to: string, tasks: readonly Task[]): Seen[] {
  const fields: readonly (keyof Task)[] = SEEN_FIELDS[to as keyof typeof SEEN_FIELDS] ?? [];
  if (fields.length === 0) return [];
  return tasks.map((task) =>
    Object.fromEntries([["id", task.id], ...fields.map((field) => [field, task[field]])]),
  );
}
