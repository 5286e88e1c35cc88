import { z } from "zod";
import {
  component,
  DAY_FORMAT,
  described,
  LABEL_PATTERN,
  MOMENT_FORMAT,
  RULE_PATTERN,
} from "#app/platform/documented";
import { textInput } from "#app/platform/text-input";
import { timeZoneInput } from "#app/platform/time-zone";
import { isSameName } from "#app/tasks/groups/names";
import { formatDue, parseDue } from "./due-date";
import { recurrenceFault } from "./recurrence";
import { MINUTES_BEFORE_MAX, REMINDERS_MAX, type Reminder, sortReminders } from "./reminder";
import {
  CATEGORY_MAX,
  DESCRIPTION_MAX,
  DURATION_MAX,
  EXCEPT_MAX,
  LABEL_MAX,
  LABELS_MAX,
  POSITION_MAX,
  PRIORITIES,
  RECURRENCE_FROM,
  type RecurrenceFrom,
  TITLE_MAX,
} from "./task";

const title = textInput({ max: TITLE_MAX });

const description = textInput({ max: DESCRIPTION_MAX, optional: true });

const priority = z.enum(PRIORITIES, { error: `one of ${PRIORITIES.join(", ")}` });

const category = textInput({ max: CATEGORY_MAX, optional: true })
  .transform((text) => text || null)
  .nullable();

const LABELS = `at most ${LABELS_MAX} labels of 1 to ${LABEL_MAX} characters, without commas`;

/** Schema of the name of a label; the sign before it is no part of it. */
export const labelInput = described(z.string(LABELS), {
  ...{ minLength: 1, maxLength: LABEL_MAX, pattern: LABEL_PATTERN },
})
  .transform((text) => text.trim().replace(/^[@＠]/, ""))
  .pipe(textInput({ max: LABEL_MAX, expected: LABELS }))
  .refine((text) => !/[,،;]/.test(text), LABELS);

/** Labels in their order, each once however it is written. */
const labels = z
  .array(labelInput, LABELS)
  .max(10 * LABELS_MAX, LABELS)
  .transform((list) =>
    list.filter((one, at) => !list.slice(0, at).some((other) => isSameName(one, other))),
  )
  .refine((list) => list.length <= LABELS_MAX, LABELS);

const PARENT = "the id of a task that is no step itself, or null";

const parent = z
  .int(PARENT)
  .min(1, PARENT)
  .max(2 ** 31 - 1, PARENT)
  .nullable();

const POSITION = `1 to ${POSITION_MAX} digits of which the last is not 0, or null`;

const position = z
  .string(POSITION)
  .max(POSITION_MAX, POSITION)
  .regex(/^\d*[1-9]$/, POSITION)
  .nullable();

const RULE = "an RFC 5545 RRULE such as FREQ=WEEKLY;BYDAY=MO, or null";

const recurrence = described(z.string({ error: RULE }).trim().max(500, RULE), {
  pattern: RULE_PATTERN,
})
  .transform((rule) => rule.replace(/^RRULE:/i, "").toUpperCase())
  .superRefine((rule, context) => {
    const message = recurrenceFault(rule);
    if (message !== null) context.addIssue({ code: "custom", message });
  })
  .nullable();

const recurrenceFrom = z.enum(RECURRENCE_FROM, { error: `one of ${RECURRENCE_FROM.join(", ")}` });

const MINUTES = `whole minutes from 1 to ${DURATION_MAX}, or null`;

const duration = z.int(MINUTES).min(1, MINUTES).max(DURATION_MAX, MINUTES).nullable();

const DAY = "a day such as 2026-11-22";

/** Schema of a day. */
export const dayInput = described(
  z.string(DAY).refine((text) => parseDue(text)?.dueHasTime === false, DAY),
  DAY_FORMAT,
);

const DAYS = `at most ${EXCEPT_MAX} days such as 2026-11-22`;

/** Days in their order, each once. */
const days = z
  .array(dayInput, DAYS)
  .max(EXCEPT_MAX, DAYS)
  .transform((list) => [...new Set(list)].sort());

/**
 * Schema of a due date on the wire; gives it in UTC.
 *
 * @param localZone IANA zone of an instant without an offset; without it such a text is invalid
 */
export function dueInput(localZone?: string) {
  const expected = "a day (2026-11-22), an RFC 3339 moment (2026-11-22T17:00:00+05:00) or null";
  return described(z.string({ error: expected }).trim(), {
    anyOf: [DAY_FORMAT, MOMENT_FORMAT],
  })
    .transform((text, context) => {
      const due = parseDue(text, localZone);
      if (due) return formatDue(due);
      context.addIssue({ code: "custom", message: expected });
      return z.NEVER;
    })
    .nullable();
}

const REMINDER = `{"at": an RFC 3339 moment} or {"minutes_before": 0 to ${MINUTES_BEFORE_MAX}}`;
const REMINDERS = `at most ${REMINDERS_MAX} reminders, or null for the default`;

/**
 * Schema of the reminders of a task on the wire.
 *
 * @param localZone see {@link dueInput}
 */
function remindersInput(localZone?: string) {
  const at = described(z.string({ error: REMINDER }), MOMENT_FORMAT).transform((text, context) => {
    const due = parseDue(text.trim(), localZone);
    if (due?.dueHasTime) return formatDue(due) ?? "";
    context.addIssue({ code: "custom", message: REMINDER });
    return z.NEVER;
  });
  const minutes = z.int(REMINDER).min(0, REMINDER).max(MINUTES_BEFORE_MAX, REMINDER);
  const reminder = z.union(
    [
      component(z.strictObject({ at }), "NewReminderAt"),
      component(z.strictObject({ minutes_before: minutes }), "NewReminderBefore"),
    ],
    { error: REMINDER },
  );
  return z
    .array(reminder, { error: REMINDERS })
    .max(REMINDERS_MAX, REMINDERS)
    .transform(sortReminders)
    .nullable();
}

/**
 * Schemas of the fields of a task that a caller may set, by their wire names.
 *
 * @param localZone IANA zone of a due date without an offset, see {@link dueInput}
 */
export function taskFields(localZone?: string) {
  return {
    title,
    description,
    priority,
    category,
    labels,
    parent_id: parent,
    position,
    due_at: dueInput(localZone),
    duration_minutes: duration,
    recurrence,
    recurrence_from: recurrenceFrom,
    recurrence_except: days,
    time_zone: timeZoneInput.nullable(),
    reminders: remindersInput(localZone),
  };
}

/** A new task; only the title is required. */
export interface NewTask {
  title: string;
  description?: string;
  priority?: "low" | "medium" | "high";
  category?: string | null;
  labels?: string[];
  /** The task that it is a step of. */
  parentId?: number | null;
  position?: string | null;
  dueAt?: string | null;
  durationMinutes?: number | null;
  recurrence?: string | null;
  recurrenceFrom?: RecurrenceFrom;
  recurrenceExcept?: string[];
  /** Null or left out: that of the person, for a moment that repeats. */
  timeZone?: string | null;
  /** Null: by the person's default. */
  reminders?: Reminder[] | null;
}

/** An edit: members that are left out stay unchanged. */
export interface TaskPatch extends Partial<NewTask> {
  /** The version that the caller has read; an older one than the current is rejected. */
  version?: number;
}

/** The wire names that differ from the names in the code. */
const NAMES = {
  parent_id: "parentId",
  due_at: "dueAt",
  duration_minutes: "durationMinutes",
  recurrence_from: "recurrenceFrom",
  recurrence_except: "recurrenceExcept",
  time_zone: "timeZone",
} as const;

type FromWire<T> = {
  [Name in keyof T as Name extends keyof typeof NAMES ? (typeof NAMES)[Name] : Name]: T[Name];
};

/** Converts the wire names of a task's fields to the names in the code; other members stay. */
export function fromWire<T extends object>(input: T): FromWire<T> {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => [NAMES[name as keyof typeof NAMES] ?? name, value]),
  ) as FromWire<T>;
}
