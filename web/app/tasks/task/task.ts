import type { Preferences } from "#app/when/preferences";
import type { Reminder } from "./reminder";

export type Priority = "low" | "medium" | "high";

export const PRIORITIES = ["low", "medium", "high"] as const satisfies readonly Priority[];

/** Longest title, description and category, in characters (UTF-16 code units). */
export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 5_000;
export const CATEGORY_MAX = 50;
/** Longest search, in characters. */
export const SEARCH_MAX = 200;
/** Longest duration, 30 days in minutes, and most days that a repetition leaves out. */
export const DURATION_MAX = 43_200;
export const EXCEPT_MAX = 366;

/** Most labels of a task, the longest of them, and the longest place in an order, in characters. */
export const LABELS_MAX = 20;
export const LABEL_MAX = 50;
export const POSITION_MAX = 1_000;

/** What the next occurrence of a task may be counted from. */
export const RECURRENCE_FROM = ["due", "completion"] as const;
export type RecurrenceFrom = (typeof RECURRENCE_FROM)[number];

/** Most tasks that one form or one bulk update may change. */
export const BULK_MAX = 200;
/** Most steps of one task, and most that a page shows of its tasks. */
export const STEPS_MAX = 200;

/** A task as its owner sees it. Every member survives JSON. */
export interface Task {
  /** The task's number within the person's list; never reused. */
  id: number;
  title: string;
  description: string;
  priority: Priority;
  category: string | null;
  /** Each once, however it is written, in the order in which they were given. */
  labels: string[];
  /** The task that this one is a step of. */
  parentId: number | null;
  /** See `position`; null: by its number. */
  position: string | null;
  /** `2026-11-22` for a day, RFC 3339 in UTC for an instant, or null. */
  dueAt: string | null;
  /** How long it takes; a task with a due moment begins then. */
  durationMinutes: number | null;
  /** RFC 5545 RRULE, such as `FREQ=WEEKLY;BYDAY=MO`, or null. */
  recurrence: string | null;
  /** What the next occurrence is counted from: its date, or the day of its completion. */
  recurrenceFrom: RecurrenceFrom;
  /** Days without an occurrence, `2026-11-22`, in the zone of the task. */
  recurrenceExcept: string[];
  /** IANA zone in which a recurring moment keeps its hour; null: that of the person. */
  timeZone: string | null;
  /** Null: by the person's default. */
  reminders: Reminder[] | null;
  completed: boolean;
  completedAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** Incremented by each edit; an edit that names an older version is rejected. */
  version: number;
}

/** Who changes a task: its owner, and the channel they use. */
export interface Actor {
  userId: string;
  by: "person" | "assistant" | "api" | "mcp";
  /** The person's IANA time zone, for "today" and recurrence. */
  timeZone: string;
  /** How they count weeks and hours, where they have chosen it: for what they say of times. */
  preferences?: Partial<Preferences>;
  /** The connected app or personal token that makes the change, if one does. */
  client?: string;
  /** The run that makes the change, if one does; undo works by run. */
  runId?: string;
  /** The run that the change takes back, if it does. */
  reverts?: string;
  /** When the person said it, where it waited for a connection; their words of time mean that day. */
  saidAt?: Date;
}

/** Wire names of a task's fields to their keys in the dictionaries, `list.field.KEY`. */
export const fieldNames = {
  title: "title",
  description: "description",
  priority: "priority",
  category: "category",
  labels: "labels",
  parent_id: "parent",
  position: "position",
  due_at: "date",
  duration_minutes: "duration",
  recurrence: "recurrence",
  recurrence_from: "recurrenceFrom",
  recurrence_except: "recurrenceExcept",
  time_zone: "timeZone",
  reminders: "reminders",
} as const;
