import type { Reminder } from "#app/tasks/task/reminder";
import type { Priority, RecurrenceFrom } from "#app/tasks/task/task";

/** Where a file may come from, in the order in which they are offered. */
export const SOURCES = [
  "todoist",
  "ticktick",
  "google-tasks",
  "microsoft-todo",
  "reminders",
  "things",
  "vikunja",
  "trello",
  "taskwarrior",
  "org",
  "markdown",
  "table",
  "calendar",
  "karlo",
] as const;
export type SourceName = (typeof SOURCES)[number];

/** The kinds of what a task has elsewhere and none has here, or that could not be read. */
const LOSSES = [
  "labels",
  "parent",
  "steps",
  "section",
  "startDate",
  "date",
  "rule",
  "priority",
  "attachments",
  "comments",
  "people",
  "place",
  "link",
  "relations",
  "zone",
  "dates",
  "title",
  "notes",
  "category",
  "cancelled",
  "percent",
] as const;
export type LossKind = (typeof LOSSES)[number];

/** Something of a task that does not come along; `text` is what stood there. */
export interface Loss {
  kind: LossKind;
  text?: string;
}

/** A task of another program, in terms that all of them share. */
export interface ImportedTask {
  /** What its program calls it; null where it calls it nothing. */
  uid: string | null;
  /** The `uid` of the task that it is a step of. */
  parent?: string | null;
  title: string;
  notes?: string;
  /** The list that it is in. */
  project?: string | null;
  labels?: string[];
  priority?: Priority;
  /** A day, or a moment in UTC. */
  due?: string | null;
  minutes?: number | null;
  rule?: string | null;
  ruleFrom?: RecurrenceFrom;
  reminders?: Reminder[];
  completed?: boolean;
  completedAt?: string | null;
  createdAt?: string | null;
  /** The words that the date was read from, where what they mean depends on the day. */
  dated?: string;
  losses?: Loss[];
}

/** Why something in a file is no task, and is left out. */
const SKIPS = [
  "notes",
  "sections",
  "archived",
  "deleted",
  "empty",
  "repeats",
  "events",
  "journals",
  "busy",
  "other",
] as const;
export type SkipKind = (typeof SKIPS)[number];
interface Skipped {
  skipped: SkipKind;
}

/** A row that is not validated yet, by its wire names, as the formats of Karlo have it. */
interface RawRow {
  raw: unknown;
  uid: string | null;
  losses: Loss[];
}

/** One thing that a reader finds. */
export type Found = ImportedTask | Skipped | RawRow;

/** How a table is read: what the person chose, or what was found out. */
export interface TableChoices {
  /** Fields by the name of their column; null: none. */
  columns?: Record<string, TableField | null>;
  /** Which comes first in 3/4/2026. */
  dayFirst?: boolean;
}

/** What a column may hold. */
export const TABLE_FIELDS = [
  "title",
  "notes",
  "project",
  "labels",
  "priority",
  "due",
  "time",
  "repeat",
  "minutes",
  "completed",
  "completedAt",
  "createdAt",
  "parent",
  "uid",
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/** A column of a table as it is read. */
export interface TableColumn {
  name: string;
  field: TableField | null;
  /** The first cell that says something. */
  example: string;
}

/** What a reader is told, and where it says what it found out beside the tasks. */
export interface ReadContext extends TableChoices {
  timeZone: string;
  now: Date;
  /** Filled by the reader of a table. */
  found: { columns?: TableColumn[]; dayFirst?: boolean; separator?: string };
  /** Filled by the reader of a calendar: what it holds beside tasks, by its names. */
  others: Map<string, number>;
  /** Reads a date that is written in words, once each. */
  words: Map<string, unknown>;
}

/** A part of what was uploaded: the file itself, or one that it is packed of. */
export interface Part {
  name: string;
  bytes: Uint8Array;
  /** Its text, in the encoding that was found out. */
  text: string;
}

/** The encodings that are found out, and may be chosen. */
export const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1256"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Whether a text names a source. */
export const isSource = (text: string): text is SourceName =>
  SOURCES.some((source) => source === text);
