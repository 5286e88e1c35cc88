import type { Task } from "#app/tasks/task/task";

const PLAIN: Task = {
  id: 1,
  title: "buy milk",
  description: "",
  priority: "medium",
  category: null,
  labels: [],
  parentId: null,
  position: null,
  dueAt: null,
  durationMinutes: null,
  recurrence: null,
  recurrenceFrom: "due",
  recurrenceExcept: [],
  timeZone: null,
  reminders: null,
  completed: false,
  completedAt: null,
  createdAt: "2026-11-18T08:00:00Z",
  updatedAt: "2026-11-18T08:00:00Z",
  version: 1,
};

/** A task with these fields and nothing else that is special. */
export const taskOf = (fields: Partial<Task> = {}): Task => ({ ...PLAIN, ...fields });
