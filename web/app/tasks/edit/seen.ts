import type { Task } from "#app/tasks/task/task";

// Without its schema, which stands with that of the form: the outbox has no use for it.

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
