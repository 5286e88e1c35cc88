import { z } from "zod";
import type { FileBound } from "#app/i18n/error-text";
import { described, MOMENT_FORMAT } from "#app/platform/documented";
import { AppError } from "#app/platform/errors";
import { formatDue, parseDue } from "#app/tasks/task/due-date";
import type { Reminder } from "#app/tasks/task/reminder";
import type { RecurrenceFrom } from "#app/tasks/task/task";
import { taskFields } from "#app/tasks/task/task-input";

/** The file formats of export and import. */
export const FORMATS = ["json", "csv", "ics"] as const;
/** A file format of export and import. */
export type Format = (typeof FORMATS)[number];

/** The media type of each format. */
export const MEDIA_TYPES: Record<Format, string> = {
  json: "application/json",
  csv: "text/csv",
  ics: "text/calendar",
};

/** Most tasks of one import, and its largest size in bytes. */
export const IMPORT_ROWS_MAX = 10_000;
export const IMPORT_BYTES_MAX = 8 * 1024 * 1024;

/** Bounds on what a file may hold, in characters where it is not a count. */
export const FILE_BOUNDS = {
  /** A CSV row. */
  row: 64 * 1024,
  columns: 100,
  /** A line of a calendar after unfolding (RFC 5545, 3.1); pictures within one may be long. */
  line: 1024 * 1024,
  /** A line that becomes a field of a task. */
  fieldLine: 64 * 1024,
  parameters: 50,
  /** How deep JSON may be nested, and that of other programs, which is read as a whole. */
  depth: 20,
  jsonDepth: 40,
  /** Files of an archive that are read, and their bytes unpacked. */
  packedFiles: 500,
  unpacked: 32 * 1024 * 1024,
} as const;

/** The error of a file beyond one of its bounds. */
export function fileBound(
  bound: FileBound,
  max: number,
  values: { length?: number; row?: number },
) {
  return new AppError("file_bound", 422, { values: { bound, max, ...values } });
}

/** The error of a file of more tasks than one import may have. */
export const importTooMany = () =>
  new AppError("import_too_many", 422, { values: { max: IMPORT_ROWS_MAX } });

/** A task in a file, by its wire names. */
export interface TransferTask {
  /** What its steps name it by; an imported task gets a number of its own. */
  id: string | number | null;
  parent_id: string | number | null;
  title: string;
  description: string;
  priority: "low" | "medium" | "high";
  category: string | null;
  labels: string[];
  position: string | null;
  due_at: string | null;
  duration_minutes: number | null;
  recurrence: string | null;
  recurrence_from: RecurrenceFrom;
  recurrence_except: string[];
  time_zone: string | null;
  reminders: Reminder[] | null;
  completed_at: string | null;
  created_at: string;
}

/** Longest id of a task in a file, in characters. */
const REFERENCE_MAX = 1_000;

const instant = described(z.string({ error: "an RFC 3339 moment" }), MOMENT_FORMAT)
  .transform((text, context) => {
    const due = parseDue(text);
    if (due?.dueHasTime) return formatDue(due);
    context.addIssue({ code: "custom", message: "an RFC 3339 moment" });
    return z.NEVER;
  })
  .nullable();

/**
 * Schema of one row of a file; only the title is required. A task as the API gives it is a valid row.
 *
 * @param timeZone IANA zone of an instant without an offset
 * @param now the default of completion and creation dates
 */
export function transferRow(timeZone: string, now: Date) {
  const fields = taskFields(timeZone);
  const ignored = z.unknown().optional();
  const reference = z
    .union(
      [z.int(), z.string().max(REFERENCE_MAX)],
      `a number, or a text of at most ${REFERENCE_MAX}`,
    )
    .nullable()
    .default(null);
  return z
    .strictObject({
      title: fields.title,
      description: fields.description.default(""),
      priority: fields.priority.default("medium"),
      category: fields.category.default(null),
      labels: fields.labels.default([]),
      position: fields.position.default(null),
      id: reference,
      parent_id: reference,
      due_at: fields.due_at.default(null),
      duration_minutes: fields.duration_minutes.default(null),
      recurrence: fields.recurrence.default(null),
      recurrence_from: fields.recurrence_from.default("due"),
      recurrence_except: fields.recurrence_except.default([]),
      time_zone: fields.time_zone.default(null),
      reminders: fields.reminders.default(null),
      completed: z.boolean("true or false").optional(),
      completed_at: instant.default(null),
      created_at: instant.default(null),
      // Further members of a task of the API; an imported task gets new ones.
      version: ignored,
      updated_at: ignored,
    })
    .transform(({ completed, completed_at, created_at, version, updated_at, ...task }) => ({
      ...task,
      completed_at: completed === false ? null : (completed_at ?? (completed ? iso(now) : null)),
      created_at: created_at ?? iso(now),
    }));
}

function iso(date: Date): string {
  return date.toISOString();
}
