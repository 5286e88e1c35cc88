import { z } from "zod";
import { formatDue, parseDue } from "./due-date";
import { isRecurrence } from "./recurrence";
import { CATEGORY_MAX, DESCRIPTION_MAX, PRIORITIES, TITLE_MAX } from "./task";

const title = z
  .string({ error: `a text of 1 to ${TITLE_MAX} characters` })
  .trim()
  .min(1, `a text of 1 to ${TITLE_MAX} characters`)
  .max(TITLE_MAX, `a text of 1 to ${TITLE_MAX} characters`)
  // PostgreSQL takes no NUL in a text.
  .refine(hasNoNul, "a text without NUL characters");

const description = z
  .string({ error: `a text of at most ${DESCRIPTION_MAX} characters` })
  .trim()
  .max(DESCRIPTION_MAX, `a text of at most ${DESCRIPTION_MAX} characters`)
  .refine(hasNoNul, "a text without NUL characters");

const priority = z.enum(PRIORITIES, { error: `one of ${PRIORITIES.join(", ")}` });

const category = z
  .string({ error: `a text of at most ${CATEGORY_MAX} characters, or null` })
  .trim()
  .max(CATEGORY_MAX, `a text of at most ${CATEGORY_MAX} characters, or null`)
  .refine(hasNoNul, "a text without NUL characters")
  .transform((text) => text || null)
  .nullable();

const recurrence = z
  .string({ error: "an RFC 5545 RRULE such as FREQ=WEEKLY;BYDAY=MO, or null" })
  .trim()
  .max(500)
  .transform((rule) => rule.replace(/^RRULE:/i, "").toUpperCase())
  .refine(isRecurrence, "an RFC 5545 RRULE such as FREQ=WEEKLY;BYDAY=MO, or null")
  .nullable();

/** A due date on the wire, brought to UTC. A moment needs an offset unless a zone is given. */
export function dueInput(localZone?: string) {
  const takes = "a day (2026-11-22), an RFC 3339 moment (2026-11-22T17:00:00+05:00) or null";
  return z
    .string({ error: takes })
    .trim()
    .transform((text, context) => {
      const due = parseDue(text, localZone);
      if (due) return formatDue(due);
      context.addIssue({ code: "custom", message: takes });
      return z.NEVER;
    })
    .nullable();
}

/** The fields of a task that a caller may set, by their names on the wire. */
export function taskFields(localZone?: string) {
  return {
    title,
    description,
    priority,
    category,
    due_at: dueInput(localZone),
    recurrence,
  };
}

/** A new task: only the title is needed. */
export interface NewTask {
  title: string;
  description?: string;
  priority?: "low" | "medium" | "high";
  category?: string | null;
  dueAt?: string | null;
  recurrence?: string | null;
}

/** An edit: members left out stay as they are. */
export interface TaskPatch extends Partial<NewTask> {
  /** The version the caller has seen; a stale one is refused. */
  version?: number;
}

/** Names of the wire to names of the code. */
export function fromWire<T extends { due_at?: string | null }>(
  input: T,
): Omit<T, "due_at"> & { dueAt?: string | null } {
  const { due_at, ...rest } = input;
  return due_at === undefined ? rest : { ...rest, dueAt: due_at };
}

function hasNoNul(text: string): boolean {
  return !text.includes("\0");
}
