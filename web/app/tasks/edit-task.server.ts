import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { parseDueInput } from "./due-date";
import { getTask } from "./get-task.server";
import type { Actor, Task } from "./task";
import { type Draft, differences } from "./task-draft";
import type { EditFailure, EditForm } from "./task-form";
import { type TaskPatch, taskFields } from "./task-input";
import { updateTask } from "./update-task.server";

/**
 * Saves what a form changed, and only that: fields that are as the form showed them stay as they
 * are in the database.
 *
 * @returns the task; or what stands in the way, with everything that was written
 * @throws AppError `task_not_found` (404)
 */
export async function editTask(db: Db, actor: Actor, form: EditForm): Promise<Task | EditFailure> {
  const { intent: _, id, version, base, ...values } = form;
  const failure = (problem: EditFailure["problem"], current?: Task): EditFailure => ({
    ok: false,
    intent: "edit",
    problem,
    id,
    values,
    base,
    current,
  });
  const edits = readEdits(values, base, actor.timeZone);
  if (typeof edits === "string") return failure(edits);
  try {
    return await updateTask(db, actor, id, { ...edits, version });
  } catch (error) {
    if (!isAppError(error) || error.code !== "version_conflict") throw error;
    return failure("conflict", await getTask(db, actor.userId, id));
  }
}

function readEdits(
  values: Partial<Draft>,
  base: Partial<Draft>,
  timeZone: string,
): TaskPatch | Exclude<EditFailure["problem"], "conflict"> {
  const fields = taskFields();
  const patch: TaskPatch = {};
  const touched = new Set(differences(values, base));
  for (const field of ["title", "description", "category"] as const) {
    if (!touched.has(field)) continue;
    // Forms write line ends as CRLF; a task keeps them as it got them elsewhere.
    const parsed = fields[field].safeParse(values[field]?.replace(/\r\n?/g, "\n"));
    if (!parsed.success) return field;
    Object.assign(patch, { [field]: parsed.data });
  }
  if (touched.has("priority")) patch.priority = fields.priority.parse(values.priority);
  if (touched.has("recurrence")) {
    const rule = fields.recurrence.safeParse(values.recurrence || null);
    if (!rule.success) return "recurrence";
    patch.recurrence = rule.data;
  }
  if (touched.has("date") || touched.has("time")) {
    const date = values.date ?? base.date ?? "";
    // Without its date a time means nothing; to clear the date clears both.
    const time = date || touched.has("time") ? (values.time ?? base.time ?? "") : "";
    patch.dueAt = parseDueInput(date, time, timeZone);
    if (!patch.dueAt && (date || time)) return "due";
  }
  return patch;
}
