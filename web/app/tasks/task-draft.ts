import { dayIn, isDay, timeIn } from "#app/i18n/dates";
import type { Task } from "./task";

/** The fields of the form that edits a task, as texts. */
export const DRAFT_FIELDS = [
  "title",
  "description",
  "priority",
  "category",
  "date",
  "time",
  "recurrence",
] as const;

export type DraftField = (typeof DRAFT_FIELDS)[number];
export type Draft = Record<DraftField, string>;

/** Rules that are offered by name; any other rule stays as it was written. */
export const RECURRENCE_PRESETS = {
  daily: "FREQ=DAILY",
  weekdays: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  weekly: "FREQ=WEEKLY",
  fortnightly: "FREQ=WEEKLY;INTERVAL=2",
  monthly: "FREQ=MONTHLY",
  yearly: "FREQ=YEARLY",
} as const;

/** The preset that a rule is, if it is one. */
export function presetOf(rule: string): keyof typeof RECURRENCE_PRESETS | null {
  const found = Object.entries(RECURRENCE_PRESETS).find(([, preset]) => preset === rule);
  return found ? (found[0] as keyof typeof RECURRENCE_PRESETS) : null;
}

/** A task as the form shows it; date and time are the person's own. */
export function toDraft(task: Task, timeZone: string): Draft {
  const { dueAt } = task;
  const moment = dueAt && !isDay(dueAt) ? new Date(dueAt) : null;
  return {
    title: task.title,
    description: task.description,
    priority: task.priority,
    category: task.category ?? "",
    date: moment ? dayIn(timeZone, moment) : (dueAt ?? ""),
    time: moment ? timeIn(moment, timeZone) : "",
    recurrence: task.recurrence ?? "",
  };
}

/** Fields in which two drafts differ. Line ends and space around do not count: forms change them. */
export function differences(one: Partial<Draft>, other: Partial<Draft>): DraftField[] {
  const plain = (text: string | undefined) => text?.replace(/\r\n?/g, "\n").trim();
  return DRAFT_FIELDS.filter(
    (field) =>
      one[field] !== undefined &&
      other[field] !== undefined &&
      plain(one[field]) !== plain(other[field]),
  );
}

/**
 * Brings a draft to a newer state of its task: what the person did not touch follows the task, what
 * they wrote stays.
 *
 * @returns the draft, and the fields that both changed to different values
 */
export function rebase(
  draft: Draft,
  base: Draft,
  current: Draft,
): { draft: Draft; conflicts: DraftField[] } {
  const touched = differences(draft, base);
  const kept = Object.fromEntries(touched.map((field) => [field, draft[field]]));
  const moved = differences(current, base);
  const apart = differences(draft, current);
  return {
    draft: { ...current, ...kept },
    conflicts: touched.filter((field) => moved.includes(field) && apart.includes(field)),
  };
}
