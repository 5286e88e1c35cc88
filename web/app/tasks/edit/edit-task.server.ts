import type { Db } from "#app/platform/database/database";
import { type Change, changeTask, type TaskRow } from "#app/tasks/task/change-task.server";
import { parseDueInput } from "#app/tasks/task/due-date";
import type { Actor, Task } from "#app/tasks/task/task";
import { type TaskPatch, taskFields } from "#app/tasks/task/task-input";
import { fromRow } from "#app/tasks/task/task-row";
import { patchTask } from "#app/tasks/task/update-task.server";
import { changedFields, type Draft, readLabels, rebase, toDraft } from "./task-draft";
import type { EditFailure, EditForm } from "./task-form";

/**
 * Saves the fields that a form changed, by a three-way merge: fields that equal `form.base`, the
 * values the form was opened with, keep their current value in the database. A field that both the
 * form and somebody else changed is a conflict. With `form.take` nothing is saved: the failure comes
 * back with that field set to its current value.
 *
 * @returns the task; null when nothing changed; or the failure, with the submitted values
 * @throws AppError `task_not_found` (404)
 */
export async function editTask(
  db: Db,
  actor: Actor,
  form: EditForm,
): Promise<Task | null | EditFailure> {
  const planned: { last: Change | EditFailure | null } = { last: null };
  const task = await changeTask(db, actor, form.id, (row) => {
    const plan = planEdit(row, form, actor.timeZone);
    planned.last = plan;
    return plan && "ok" in plan ? null : plan;
  });
  const { last } = planned;
  return last && ("ok" in last ? last : task);
}

function planEdit(row: TaskRow, form: EditForm, timeZone: string): Change | EditFailure | null {
  const { intent: _, id, take, was, base, quiet: __, ...submitted } = form;
  const task = fromRow(row);
  const current = toDraft(task, timeZone);
  const values = take ? { ...submitted, [take]: current[take] } : submitted;
  const failure = (problem: EditFailure["problem"], currentTask?: Task): EditFailure => ({
    ok: false,
    intent: "edit",
    problem,
    id,
    values,
    base: take ? { ...base, ...was } : base,
    current: currentTask,
  });
  const opened = { ...current, ...base };
  const { draft, conflicts } = rebase({ ...opened, ...values }, opened, current);
  if (take || conflicts.length > 0) return failure("conflict", task);
  const patch = toPatch(draft, current, timeZone);
  return typeof patch === "string" ? failure(patch) : patchTask(row, patch, timeZone);
}

/** The patch that turns `base` into `values`, or the first field that is invalid. */
function toPatch(
  values: Draft,
  base: Draft,
  timeZone: string,
): TaskPatch | Exclude<EditFailure["problem"], "conflict"> {
  const fields = taskFields();
  const patch: TaskPatch = {};
  const edited = new Set(changedFields(values, base));
  for (const field of ["title", "description", "category"] as const) {
    if (!edited.has(field)) continue;
    // HTML forms submit line ends as CRLF.
    const parsed = fields[field].safeParse(values[field].replace(/\r\n?/g, "\n"));
    if (!parsed.success) return field;
    Object.assign(patch, { [field]: parsed.data });
  }
  if (edited.has("labels")) {
    const labels = fields.labels.safeParse(readLabels(values.labels));
    if (!labels.success) return "labels";
    patch.labels = labels.data;
  }
  if (edited.has("priority")) patch.priority = fields.priority.parse(values.priority);
  if (edited.has("recurrence")) {
    const rule = fields.recurrence.safeParse(values.recurrence || null);
    if (!rule.success) return "recurrence";
    patch.recurrence = rule.data;
  }
  if (edited.has("recurrenceFrom")) {
    const from = fields.recurrence_from.safeParse(values.recurrenceFrom);
    if (!from.success) return "recurrence";
    patch.recurrenceFrom = from.data;
  }
  if (edited.has("recurrenceExcept")) {
    const days = values.recurrenceExcept.split(",").filter(Boolean);
    const except = fields.recurrence_except.safeParse(days);
    if (!except.success) return "recurrence";
    patch.recurrenceExcept = except.data;
  }
  if (edited.has("timeZone")) {
    const zone = fields.time_zone.safeParse(values.timeZone || null);
    if (!zone.success) return "timeZone";
    patch.timeZone = zone.data;
  }
  if (edited.has("duration")) {
    const { duration: text } = values;
    const minutes = fields.duration_minutes.safeParse(text.trim() === "" ? null : Number(text));
    if (!minutes.success) return "duration";
    patch.durationMinutes = minutes.data;
  }
  if (edited.has("date") || edited.has("time")) {
    const { date } = values;
    // A time needs a date: clearing the date clears both.
    const time = date || edited.has("time") ? values.time : "";
    patch.dueAt = parseDueInput(date, time, timeZone);
    if (!patch.dueAt && (date || time)) return "due";
  }
  return patch;
}
