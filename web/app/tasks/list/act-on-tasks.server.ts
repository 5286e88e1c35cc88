import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { editTask } from "#app/tasks/edit/edit-task.server";
import { setReminders } from "#app/tasks/edit/set-reminders.server";
import type { AddFailure, EditFailure, MoveFailure, TaskForm } from "#app/tasks/edit/task-form";
import { undoChanges } from "#app/tasks/history/undo-changes.server";
import { addTask } from "#app/tasks/quick-add/add-task.server";
import { asksToRemind } from "#app/tasks/quick-add/read-quick-add";
import { applyBulkAction } from "#app/tasks/task/apply-bulk-action.server";
import type { Action } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { skipOccurrence } from "#app/tasks/task/skip-occurrence.server";
import { offerAfter } from "#app/tasks/task/steps/offer-after.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { readMove } from "#app/tasks/times/read-move";

/** The notice of each action. */
const NOTICES = {
  created: "taskCreated",
  updated: "taskUpdated",
  completed: "taskCompleted",
  reopened: "taskReopened",
  skipped: "taskSkipped",
  deleted: "taskDeleted",
} as const;

/** The notice of undoing each action. */
const UNDO_NOTICES = {
  created: "taskDeleted",
  restored: "taskDeleted",
  updated: "taskUpdated",
  skipped: "taskUpdated",
  completed: "taskReopened",
  reopened: "taskCompleted",
  deleted: "taskRestored",
} as const satisfies Record<Action, string>;

/** The notice of each bulk action. */
const BULK_NOTICES = {
  complete: "tasksCompleted",
  delete: "tasksDeleted",
  priority: "tasksUpdated",
  category: "tasksUpdated",
  due: "tasksUpdated",
  when: "tasksUpdated",
} as const;

/** The notice of an occurrence that cannot be skipped; none of one that another tab has skipped. */
const SKIP_NOTICES: Partial<Record<string, "lastOccurrence">> = {
  last_occurrence: "lastOccurrence",
};

type Notice =
  | (typeof NOTICES)[keyof typeof NOTICES]
  | (typeof UNDO_NOTICES)[Action]
  | (typeof BULK_NOTICES)[keyof typeof BULK_NOTICES]
  | "tasksCreated"
  | "undone"
  | "nothingToUndo"
  | "nothingChanged"
  | "taskGone"
  | "stepsOpen"
  | "lastStepDone"
  | "noStep"
  | "lastOccurrence"
  | "ringsHere";

/** A form that was carried out: the notice to show, the form that undoes it, the tasks it changed. */
interface Done {
  ok: true;
  notice: Notice;
  undo?: { action: string; fields: Record<string, string> };
  /** As they are now; none after an undo. */
  tasks?: Task[];
  /** Those that are no longer as the person saw them, and were left so. */
  left?: Task[];
  /** The person has asked to be reminded. */
  reminds?: boolean;
  /** Where the person may want to go after it. */
  link?: { to: string; label: "turnOnReminders" };
  /** A form that the person may want to send after it. */
  offer?: {
    action: string;
    fields: Record<string, string>;
    label: "completeSteps" | "completeParent";
  };
}

/** The result of a form. */
export type Outcome = Done | AddFailure | EditFailure | MoveFailure;

/**
 * Handles one form of the tasks page. A task that no longer exists is not an error but a notice:
 * another tab may have deleted it.
 */
export async function actOnTasks(db: Db, actor: Actor, form: TaskForm): Promise<Outcome> {
  try {
    return await dispatch(db, actor, form);
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found")
      return { ok: true, notice: "taskGone" };
    if (isAppError(error) && error.field === "parent_id") return noParent(form);
    if (form.intent === "skip" && isAppError(error) && error.status === 409)
      return { ok: true, notice: SKIP_NOTICES[error.code] ?? "nothingChanged" };
    throw error;
  }
}

async function dispatch(db: Db, actor: Actor, form: TaskForm): Promise<Outcome> {
  switch (form.intent) {
    case "add": {
      const added = await addTask(db, actor, form);
      if ("ok" in added) return added;
      const outcome = changed(added.length === 1 ? NOTICES.created : "tasksCreated", added);
      const reminds = asksToRemind(form.title) || added.some(({ reminders }) => reminders?.length);
      return { ...outcome, ...(reminds && { reminds }) };
    }
    case "edit": {
      const edited = await editTask(db, actor, form);
      if (!edited) return { ok: true, notice: "nothingChanged" };
      if ("ok" in edited) return edited;
      return changed(NOTICES.updated, [edited]);
    }
    case "toggle": {
      const task = await toggleComplete(db, actor, form.id, form.completed);
      const outcome = changed(task.completed ? NOTICES.completed : NOTICES.reopened, [task]);
      const offer = task.completed ? await offerAfter(db, actor.userId, task) : null;
      if (!offer) return outcome;
      return { ...outcome, notice: offer.notice, offer: offer.offer };
    }
    case "place":
      return changed(NOTICES.updated, [
        await updateTask(db, actor, form.id, { position: form.position }),
      ]);
    case "attach":
      return changed(NOTICES.updated, [
        await updateTask(db, actor, form.id, { parentId: form.parent || null }),
      ]);
    case "skip":
      return changed(NOTICES.skipped, [
        await skipOccurrence(db, actor, form.id, { version: form.version }),
      ]);
    case "remind": {
      const task = await setReminders(db, actor, form);
      if (!task) return { ok: true, notice: "nothingChanged" };
      const reminds = (form.reminders?.length ?? 0) > (form.was?.length ?? 0);
      return { ...changed(NOTICES.updated, [task]), ...(reminds && { reminds }) };
    }
    case "delete":
      return changed(NOTICES.deleted, [await deleteTask(db, actor, form.id)]);
    case "many": {
      if (form.to === "when" && !movesSomething(form.value, actor)) {
        return { ok: false, intent: "many", problem: "when" };
      }
      const { changed: tasks, left } = await applyBulkAction(db, actor, form.ids, form, form.base);
      return { ...changed(BULK_NOTICES[form.to], tasks), ...(left.length > 0 && { left }) };
    }
    case "undo": {
      const undone = await undoChanges(db, actor, form.changes);
      const [first] = undone;
      if (!first) return { ok: true, notice: "nothingToUndo" };
      return { ok: true, notice: undone.length === 1 ? UNDO_NOTICES[first] : "undone" };
    }
  }
}

/** What comes of a step of a task that takes none, such as one in the trash. */
function noParent(form: TaskForm): Outcome {
  if (form.intent !== "add") return { ok: true, notice: "noStep" };
  const { title, date, time, priority, category } = form;
  const values = { title, date, time, priority, category };
  return { ok: false, intent: "add", problem: "parent", values };
}

/** Whether a text moves any task: hours are added only to what has some. */
function movesSomething(text: string, { timeZone, preferences, saidAt }: Actor): boolean {
  const now = saidAt ?? new Date();
  const { patch, skip } = readMove(text, null, { now, timeZone, preferences });
  return patch !== null || skip !== undefined;
}

/** The success outcome of a change of tasks, with the form that undoes it. */
function changed(notice: Notice, tasks: Task[]): Done {
  if (tasks.length === 0) return { ok: true, notice: "nothingChanged" };
  const changes = tasks.map(({ id, version }) => `${id}:${version}`).join();
  return {
    ok: true,
    notice,
    tasks,
    undo: { action: "/tasks", fields: { intent: "undo", changes } },
  };
}
