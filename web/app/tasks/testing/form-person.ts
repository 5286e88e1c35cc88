import { taskFormSchema } from "#app/tasks/edit/task-form";
import { actOnTasks } from "#app/tasks/list/act-on-tasks.server";
import { createTask } from "#app/tasks/task/create-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import type { Actor } from "#app/tasks/task/task";
import type { NewTask, TaskPatch } from "#app/tasks/task/task-input";
import { updateTask } from "#app/tasks/task/update-task.server";
import type { TestApi } from "#testing/test-app";

/** A new person, who sends forms of the pages of tasks; and their tasks, by the database. */
export async function createFormPerson(api: TestApi, more: Partial<Actor> = {}) {
  const { id: userId } = await api.signUp();
  const { db } = api.app;
  const actor: Actor = { userId, by: "person", timeZone: "Asia/Karachi", ...more };
  return {
    userId,
    db,
    actor,
    add: (fields: NewTask) => createTask(db, actor, fields),
    get: (id: number) => getTask(db, userId, id),
    change: (id: number, patch: TaskPatch) => updateTask(db, actor, id, patch),
    act: (form: Record<string, string>) => actOnTasks(db, actor, taskFormSchema.parse(form)),
  };
}
