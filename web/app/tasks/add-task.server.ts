import type { Db } from "#app/platform/database";
import { createTask } from "./create-task.server";
import { parseDueInput, today } from "./due-date";
import { readQuickAdd } from "./quick-add";
import type { Actor, Task } from "./task";
import type { AddFailure, AddForm } from "./task-form";
import { taskFields } from "./task-input";

/**
 * Adds the task that the line and the fields beside it describe. What a field says goes before what
 * the line says.
 *
 * @returns the task; or what is wrong, with all that was written
 */
export async function addTask(db: Db, actor: Actor, form: AddForm): Promise<Task | AddFailure> {
  const { intent, ...values } = form;
  const failure = (problem: AddFailure["problem"]): AddFailure => ({
    ok: false,
    intent,
    problem,
    values,
  });
  const { timeZone } = actor;
  const said = readQuickAdd(form.title, { now: new Date(), timeZone }, form.literal.split(","));
  const fields = taskFields();
  const title = fields.title.safeParse(said.title);
  if (!title.success) return failure("title");
  const category = fields.category.safeParse(form.category || said.category);
  if (!category.success) return failure("category");
  const due = { date: form.date || said.date, time: form.time || said.time };
  const dueAt = readDue(due, timeZone);
  if (!dueAt && (due.date || due.time)) return failure("due");
  return createTask(db, actor, {
    title: title.data,
    category: category.data,
    // "Medium" in the field is what stands there when nobody has touched it.
    priority: form.priority === "medium" ? (said.priority ?? "medium") : form.priority,
    dueAt,
    recurrence: said.recurrence,
  });
}

/** A time alone means the next time the clock shows it. */
function readDue({ date, time }: { date: string; time: string }, timeZone: string): string | null {
  if (date || !time) return parseDueInput(date, time, timeZone);
  const now = Date.now();
  for (const day of [now, now + 86_400_000]) {
    const dueAt = parseDueInput(today(new Date(day), timeZone), time, timeZone);
    if (dueAt && Date.parse(dueAt) > now) return dueAt;
  }
  return null;
}
