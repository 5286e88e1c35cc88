import { z } from "zod";
import { formatDue, parseDue } from "./due-date";
import { taskFields } from "./task-input";

/** The formats that tasks leave and come in. */
export const FORMATS = ["json", "csv", "ics"] as const;
export type Format = (typeof FORMATS)[number];

/** The media type of each format. */
export const MEDIA_TYPES: Record<Format, string> = {
  json: "application/json",
  csv: "text/csv",
  ics: "text/calendar",
};

/** Most tasks of one import, and its largest text in bytes. */
export const IMPORT_ROWS_MAX = 10_000;
export const IMPORT_BYTES_MAX = 8 * 1024 * 1024;

/** A task as a file holds it, by the names of the wire. Its number is not part of it. */
export interface TransferTask {
  title: string;
  description: string;
  priority: "low" | "medium" | "high";
  category: string | null;
  due_at: string | null;
  recurrence: string | null;
  completed_at: string | null;
  created_at: string;
}

const moment = z
  .string({ error: "an RFC 3339 moment" })
  .transform((text, context) => {
    const due = parseDue(text);
    if (due?.dueHasTime) return formatDue(due);
    context.addIssue({ code: "custom", message: "an RFC 3339 moment" });
    return z.NEVER;
  })
  .nullable();

/**
 * Validates one row of a file, a whole task of the API among them: only the title is needed.
 *
 * @param timeZone where a moment without an offset is taken
 * @param now when a task was completed or made whose row does not say it
 */
export function transferRow(timeZone: string, now: Date) {
  const fields = taskFields(timeZone);
  const ignored = z.unknown().optional();
  return z
    .strictObject({
      title: fields.title,
      description: fields.description.default(""),
      priority: fields.priority.default("medium"),
      category: fields.category.default(null),
      due_at: fields.due_at.default(null),
      recurrence: fields.recurrence.default(null),
      completed: z.boolean("true or false").optional(),
      completed_at: moment.default(null),
      created_at: moment.default(null),
      // What a task of the API has besides: it gets its own here.
      id: ignored,
      version: ignored,
      updated_at: ignored,
    })
    .transform(({ completed, completed_at, created_at, id, version, updated_at, ...task }) => ({
      ...task,
      completed_at: completed === false ? null : (completed_at ?? (completed ? iso(now) : null)),
      created_at: created_at ?? iso(now),
    }));
}

function iso(date: Date): string {
  return date.toISOString();
}
