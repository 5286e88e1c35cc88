import { z } from "zod";
import { component, DAY_FORMAT, described, momentOutput } from "#app/platform/documented";
import { PRIORITIES, RECURRENCE_FROM, type Task } from "./task";

/** A task as JSON in snake_case: the same for REST, tools, streams, history and approvals. */
export const wireTaskSchema = z.object({
  id: z.int(),
  title: z.string(),
  description: z.string(),
  priority: z.enum(PRIORITIES),
  category: z.string().nullable(),
  labels: z.array(z.string()),
  parent_id: z.int().nullable(),
  position: z.string().nullable(),
  due_at: z.string().nullable(),
  duration_minutes: z.int().nullable(),
  recurrence: z.string().nullable(),
  recurrence_from: z.enum(RECURRENCE_FROM),
  recurrence_except: z.array(described(z.string(), { format: DAY_FORMAT.format })),
  time_zone: z.string().nullable(),
  reminders: z
    .array(
      z.union([
        component(z.object({ at: momentOutput() }), "ReminderAt"),
        component(z.object({ minutes_before: z.int() }), "ReminderBefore"),
      ]),
    )
    .nullable(),
  completed: z.boolean(),
  completed_at: momentOutput().nullable(),
  created_at: momentOutput(),
  updated_at: momentOutput(),
  version: z.int(),
});

export type WireTask = z.infer<typeof wireTaskSchema>;

/** Converts a task to its wire form; `fromWire` in `task-input` is the way back. */
export function toWire(task: Task): WireTask {
  return {
    id: task.id,
    title: task.title,
    description: task.description,
    priority: task.priority,
    category: task.category,
    labels: task.labels,
    parent_id: task.parentId,
    position: task.position,
    due_at: task.dueAt,
    duration_minutes: task.durationMinutes,
    recurrence: task.recurrence,
    recurrence_from: task.recurrenceFrom,
    recurrence_except: task.recurrenceExcept,
    time_zone: task.timeZone,
    reminders: task.reminders,
    completed: task.completed,
    completed_at: task.completedAt,
    created_at: task.createdAt,
    updated_at: task.updatedAt,
    version: task.version,
  };
}
