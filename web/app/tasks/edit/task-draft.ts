import type { Task } from "#app/tasks/task/task";
import { localDue } from "#app/tasks/times/local-due";

/** The fields of the edit form. */
export const DRAFT_FIELDS = [
  "title",
  "description",
  "priority",
  "category",
  "labels",
  "date",
  "time",
  "duration",
  "recurrence",
  "recurrenceFrom",
  "recurrenceExcept",
  "timeZone",
] as const;

/** The labels of a form's text: between commas, with or without their sign. */
export const readLabels = (text: string): string[] =>
  text
    .split(/[,،;\n]/)
    .map((label) => label.trim())
    .filter(Boolean);

export type DraftField = (typeof DRAFT_FIELDS)[number];
/** The values of the edit form, as texts. */
export type Draft = Record<DraftField, string>;

/** Converts a task to form values; date and time are in `timeZone`. */
export function toDraft(task: Task, timeZone: string): Draft {
  const due = localDue(task, timeZone);
  return {
    title: task.title,
    description: task.description,
    priority: task.priority,
    category: task.category ?? "",
    labels: task.labels.join(", "),
    date: due?.day ?? "",
    time: due?.time ?? "",
    duration: String(task.durationMinutes ?? ""),
    recurrence: task.recurrence ?? "",
    recurrenceFrom: task.recurrenceFrom,
    recurrenceExcept: task.recurrenceExcept.join(),
    timeZone: task.timeZone ?? "",
  };
}

/**
 * The fields in which two drafts differ, of those that both have. Line ends and surrounding space
 * are ignored: HTML forms change them.
 */
export function changedFields(a: Partial<Draft>, b: Partial<Draft>): DraftField[] {
  const normalize = (text: string | undefined) => text?.replace(/\r\n?/g, "\n").trim();
  return DRAFT_FIELDS.filter(
    (field) =>
      a[field] !== undefined &&
      b[field] !== undefined &&
      normalize(a[field]) !== normalize(b[field]),
  );
}

/**
 * Rebases a draft onto a newer state of its task (three-way merge): fields that the person changed
 * keep their value, all others take the current one.
 *
 * @param draft what the person has entered
 * @param base the values that the draft started from
 * @param current the values of the task now
 * @returns the merged draft, and the fields that both sides changed to different values
 */
export function rebase(
  draft: Draft,
  base: Draft,
  current: Draft,
): { draft: Draft; conflicts: DraftField[] } {
  const edited = changedFields(draft, base);
  const editedValues = Object.fromEntries(edited.map((field) => [field, draft[field]]));
  const changedElsewhere = changedFields(current, base);
  const differing = changedFields(draft, current);
  return {
    draft: { ...current, ...editedValues },
    conflicts: edited.filter(
      (field) => changedElsewhere.includes(field) && differing.includes(field),
    ),
  };
}
