import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { createTask } from "./create-task.server";
import { deleteTask } from "./delete-task.server";
import { parseDueInput, today } from "./due-date";
import { restoreTask } from "./restore-task.server";
import type { Actor } from "./task";
import type { AddFailure, TaskForm } from "./task-form";
import { taskFields } from "./task-input";
import { toggleComplete } from "./toggle-complete.server";

type Did =
  | "taskCreated"
  | "taskCompleted"
  | "taskReopened"
  | "taskDeleted"
  | "taskRestored"
  | "taskGone";

/** What a form came to, and the form that takes it back. */
type Outcome =
  | { ok: true; did: Did; undo?: { action: string; fields: Record<string, string> } }
  | AddFailure;

/** One form of the tasks page, done. A task that another tab has deleted is no failure. */
export async function actOnTasks(db: Db, actor: Actor, form: TaskForm): Promise<Outcome> {
  try {
    return await act(db, actor, form);
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return { ok: true, did: "taskGone" };
    throw error;
  }
}

async function act(db: Db, actor: Actor, form: TaskForm): Promise<Outcome> {
  switch (form.intent) {
    case "add":
      return addTask(db, actor, form);
    case "toggle": {
      const { completed } = await toggleComplete(db, actor, form.id, form.completed);
      return { ok: true, did: completed ? "taskCompleted" : "taskReopened" };
    }
    case "delete": {
      await deleteTask(db, actor, form.id);
      const fields = { intent: "restore", id: String(form.id) };
      return { ok: true, did: "taskDeleted", undo: { action: "/tasks", fields } };
    }
    case "restore":
      await restoreTask(db, actor, form.id);
      return { ok: true, did: "taskRestored" };
  }
}

async function addTask(
  db: Db,
  actor: Actor,
  form: Extract<TaskForm, { intent: "add" }>,
): Promise<Outcome> {
  const { intent: _, ...values } = form;
  const fields = taskFields();
  const title = fields.title.safeParse(form.title);
  if (!title.success) return { ok: false, problem: "title", values };
  const category = fields.category.safeParse(form.category);
  if (!category.success) return { ok: false, problem: "category", values };
  const dueAt = readDue(form, actor.timeZone);
  if (!dueAt && (form.date || form.time)) return { ok: false, problem: "due", values };
  await createTask(db, actor, {
    title: title.data,
    category: category.data,
    priority: form.priority,
    dueAt,
  });
  return { ok: true, did: "taskCreated" };
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
