import type { Task } from "#app/tasks/task/task";

/** What a notice names of the only task that was changed; nothing of several. */
export function aboutTask(
  tasks: readonly Task[] | undefined,
): { title: string; when: string | null } | undefined {
  const [task, another] = tasks ?? [];
  return task && !another ? { title: task.title, when: task.dueAt } : undefined;
}
