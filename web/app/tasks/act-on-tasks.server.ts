import type { Db } from "#app/platform/database";
import { isAppError } from "#app/platform/errors";
import { addTask } from "./add-task.server";
import { changeMany } from "./change-many.server";
import type { Action } from "./change-task.server";
import { deleteTask } from "./delete-task.server";
import { editTask } from "./edit-task.server";
import type { Actor, Task } from "./task";
import type { AddFailure, EditFailure, TaskForm } from "./task-form";
import { toggleComplete } from "./toggle-complete.server";
import { undoChanges } from "./undo-changes.server";

const DID = {
  created: "taskCreated",
  updated: "taskUpdated",
  completed: "taskCompleted",
  reopened: "taskReopened",
  deleted: "taskDeleted",
} as const;

/** What taking back each action comes to. */
const UNDID = {
  created: "taskDeleted",
  restored: "taskDeleted",
  updated: "taskUpdated",
  completed: "taskReopened",
  reopened: "taskCompleted",
  deleted: "taskRestored",
} as const satisfies Record<Action, string>;

const MANY_DID = {
  complete: "tasksCompleted",
  delete: "tasksDeleted",
  priority: "tasksUpdated",
  category: "tasksUpdated",
  due: "tasksUpdated",
} as const;

type Did =
  | (typeof DID)[keyof typeof DID]
  | (typeof UNDID)[Action]
  | (typeof MANY_DID)[keyof typeof MANY_DID]
  | "undone"
  | "nothingToUndo"
  | "nothingChanged"
  | "taskGone";

/** What a form came to, and the form that takes it back. */
type Outcome =
  | { ok: true; did: Did; undo?: { action: string; fields: Record<string, string> } }
  | AddFailure
  | EditFailure;

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
    case "add": {
      const added = await addTask(db, actor, form);
      return "ok" in added ? added : did(DID.created, [added]);
    }
    case "edit": {
      const edited = await editTask(db, actor, form);
      if (!edited) return { ok: true, did: "nothingChanged" };
      if ("ok" in edited) return edited;
      return did(DID.updated, [edited]);
    }
    case "toggle": {
      const task = await toggleComplete(db, actor, form.id, form.completed);
      return did(task.completed ? DID.completed : DID.reopened, [task]);
    }
    case "delete":
      return did(DID.deleted, [await deleteTask(db, actor, form.id)]);
    case "many":
      return did(MANY_DID[form.to], await changeMany(db, actor, form.ids, form));
    case "undo": {
      const undone = await undoChanges(db, actor, form.changes);
      const [only] = undone;
      if (!only) return { ok: true, did: "nothingToUndo" };
      return { ok: true, did: undone.length === 1 ? UNDID[only] : "undone" };
    }
  }
}

/** What was done to tasks, with the way back. */
function did(what: Did, tasks: Task[]): Outcome {
  if (tasks.length === 0) return { ok: true, did: "nothingChanged" };
  const changes = tasks.map(({ id, version }) => `${id}:${version}`).join();
  return { ok: true, did: what, undo: { action: "/tasks", fields: { intent: "undo", changes } } };
}
