/** How much a task matters. */
export type Priority = "low" | "medium" | "high";

export const PRIORITIES = ["low", "medium", "high"] as const satisfies readonly Priority[];

/** Longest title and description, in characters (UTF-16 code units). */
export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 5_000;
export const CATEGORY_MAX = 50;

/** So many tasks may be changed by one form. */
export const MANY_MAX = 200;

/** A task as its owner sees it. Every member is safe in JSON. */
export interface Task {
  /** The person's own number for it; never reused. */
  id: number;
  title: string;
  description: string;
  priority: Priority;
  category: string | null;
  /** `2026-11-22` for a day, RFC 3339 in UTC for a moment, or null. */
  dueAt: string | null;
  /** RFC 5545 RRULE, such as `FREQ=WEEKLY;BYDAY=MO`, or null. */
  recurrence: string | null;
  completed: boolean;
  completedAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** Counts edits; a stale one is refused. */
  version: number;
}

/** A task on the wire: JSON in snake_case, the same for REST, tools and streams. */
export interface WireTask {
  id: number;
  title: string;
  description: string;
  priority: Priority;
  category: string | null;
  due_at: string | null;
  recurrence: string | null;
  completed: boolean;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
  version: number;
}

/** Puts a task on the wire. */
export function toWire(task: Task): WireTask {
  const { dueAt, completedAt, createdAt, updatedAt, completed, version, ...rest } = task;
  return {
    ...rest,
    due_at: dueAt,
    completed,
    completed_at: completedAt,
    created_at: createdAt,
    updated_at: updatedAt,
    version,
  };
}

/** Who changes a task: the person whose it is, and through what. */
export interface Actor {
  userId: string;
  by: "person" | "assistant" | "api" | "mcp";
  /** The person's IANA time zone: "today" and recurrence are theirs. */
  timeZone: string;
  runId?: string;
}

/** What the pages call the fields of a task on the wire: `list.field.NAME` of the dictionaries. */
export const fieldNames = {
  title: "title",
  description: "description",
  priority: "priority",
  category: "category",
  due_at: "date",
  recurrence: "recurrence",
} as const;
