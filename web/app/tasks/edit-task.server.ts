import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { lockTask } from "./change-task.server";
import { parseDueInput } from "./due-date";
import type { Actor, Task } from "./task";
import { type Draft, differences, rebase, toDraft } from "./task-draft";
import type { EditFailure, EditForm } from "./task-form";
import { type TaskPatch, taskFields } from "./task-input";
import { fromRow } from "./task-row";
import { updateTask } from "./update-task.server";

/**
 * Saves what a form changed, and only that: fields that are as the form showed them stay as they
 * are in the database. It is in conflict where a field that it changed has become something else
 * meanwhile; then `take` gives such a field up, and the form comes back.
 *
 * @returns the task, null when there was nothing to change; or what stands in the way, with
 *   everything that was written
 * @throws AppError `task_not_found` (404)
 */
export function editTask(db: Db, actor: Actor, form: EditForm): Promise<Task | null | EditFailure> {
  const { intent: _, id, take, was, base, ...written } = form;
  return inTransaction(db, async (tx) => {
    const task = fromRow(await lockTask(tx, actor.userId, id));
    const now = toDraft(task, actor.timeZone);
    const values = take ? { ...written, [take]: now[take] } : written;
    const failure = (problem: EditFailure["problem"], current?: Task): EditFailure => ({
      ok: false,
      intent: "edit",
      problem,
      id,
      values,
      base: take ? { ...base, ...was } : base,
      current,
    });
    const shown = { ...now, ...base };
    const { draft, conflicts } = rebase({ ...shown, ...values }, shown, now);
    if (take || conflicts.length > 0) return failure("conflict", task);
    const edits = readEdits(draft, now, actor.timeZone);
    if (typeof edits === "string") return failure(edits);
    return Object.keys(edits).length > 0 ? updateTask(tx, actor, id, edits) : null;
  });
}

function readEdits(
  values: Draft,
  base: Draft,
  timeZone: string,
): TaskPatch | Exclude<EditFailure["problem"], "conflict"> {
  const fields = taskFields();
  const patch: TaskPatch = {};
  const touched = new Set(differences(values, base));
  for (const field of ["title", "description", "category"] as const) {
    if (!touched.has(field)) continue;
    // Forms write line ends as CRLF; a task keeps them as it got them elsewhere.
    const parsed = fields[field].safeParse(values[field].replace(/\r\n?/g, "\n"));
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
    const { date } = values;
    // Without its date a time means nothing; to clear the date clears both.
    const time = date || touched.has("time") ? values.time : "";
    patch.dueAt = parseDueInput(date, time, timeZone);
    if (!patch.dueAt && (date || time)) return "due";
  }
  return patch;
}
