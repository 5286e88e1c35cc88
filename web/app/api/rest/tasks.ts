import { Hono } from "hono";
import { toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import { inTransaction } from "#app/platform/database/transaction";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import { getStats } from "#app/tasks/statistics/get-stats.server";
import { statsToWire } from "#app/tasks/statistics/stats";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import { skipOccurrence } from "#app/tasks/task/skip-occurrence.server";
import { fromWire } from "#app/tasks/task/task-input";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { updateTask } from "#app/tasks/task/update-task.server";
import { toWire } from "#app/tasks/task/wire-task";
import { json, operation, route } from "./operation";
import {
  completion,
  edit,
  listQuery,
  newTask,
  parseTaskNumber,
  replacement,
  skip,
  wirePage,
  wireStats,
  wireTask,
} from "./task-schemas";

const taskResponse = { 200: { description: "The task.", schema: wireTask } };

/** Operations on tasks. */
export const taskOperations = {
  list: operation({
    id: "listTasks",
    tag: "Tasks",
    method: "GET",
    path: "/tasks",
    summary: "List tasks",
    description:
      "Excludes the trash. Steps of tasks are among them, unless `parent_id` is `none`. Uses cursors: tasks added meanwhile do not shift the pages.",
    underUserId: true,
    query: listQuery,
    responses: { 200: { description: "One page.", schema: wirePage } },
    problems: [422],
  }),
  create: operation({
    id: "createTask",
    tag: "Tasks",
    method: "POST",
    path: "/tasks",
    summary: "Create a task",
    underUserId: true,
    body: newTask,
    idempotent: true,
    responses: { 201: { description: "The new task.", schema: wireTask } },
    problems: [400, 413, 415, 422],
  }),
  get: operation({
    id: "getTask",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/{id}",
    summary: "Read a task",
    underUserId: true,
    responses: taskResponse,
  }),
  replace: operation({
    id: "replaceTask",
    tag: "Tasks",
    method: "PUT",
    path: "/tasks/{id}",
    summary: "Replace a task",
    description: "Omitted fields are reset to their defaults.",
    underUserId: true,
    body: replacement,
    responses: taskResponse,
    problems: [400, 409, 413, 415, 422],
  }),
  edit: operation({
    id: "editTask",
    tag: "Tasks",
    method: "PATCH",
    path: "/tasks/{id}",
    summary: "Edit a task",
    description: "Omitted fields are unchanged.",
    underUserId: true,
    body: edit,
    responses: taskResponse,
    problems: [400, 409, 413, 415, 422],
  }),
  complete: operation({
    id: "toggleTask",
    tag: "Tasks",
    method: "PATCH",
    path: "/tasks/{id}/complete",
    summary: "Complete a task, or reopen it",
    description:
      "With `completed` in the body it has that state afterwards; without, it toggles. Completing a recurring task creates its next occurrence, once: the first after both its date and today.",
    underUserId: true,
    body: completion,
    optionalBody: true,
    idempotent: true,
    responses: taskResponse,
    problems: [400, 413, 415, 422],
  }),
  skip: operation({
    id: "skipTask",
    tag: "Tasks",
    method: "POST",
    path: "/tasks/{id}/skip",
    summary: "Skip an occurrence of a recurring task",
    description:
      "Moves the task on to its next date, the first after both its date and today, without completing it. With `from` and `to` all occurrences on these days are left out. 409 for a task that does not repeat, or has no next date.",
    underUserId: true,
    body: skip,
    optionalBody: true,
    idempotent: true,
    responses: taskResponse,
    problems: [400, 409, 413, 415, 422],
  }),
  delete: operation({
    id: "deleteTask",
    tag: "Tasks",
    method: "DELETE",
    path: "/tasks/{id}",
    summary: "Put a task in the trash",
    description: "Its steps go there with it, and come back with it.",
    underUserId: true,
    responses: { 204: { description: "Moved to the trash." } },
  }),
  stats: operation({
    id: "getStats",
    tag: "Statistics",
    method: "GET",
    path: "/stats",
    summary: "Read task statistics",
    underUserId: true,
    responses: {
      200: { description: "The statistics, without the trash.", schema: wireStats },
    },
  }),
};

/**
 * Routes of {@link taskOperations}, for `/api/v1/…` and `/api/{user_id}/…`. The user is that of the
 * token or session; the id of another user in the path is 404.
 */
export function taskRoutes(app: AppContext): Hono {
  const { db } = app;
  const routes = new Hono();

  route(routes, app, taskOperations.list, async ({ caller: { user }, query }) => {
    const { due_from: dueFrom, due_to: dueTo, parent_id: parentId, ...rest } = query;
    const wanted = { ...rest, dueFrom, dueTo, parentId };
    const page = await listTasks(db, user.id, wanted, user.timeZone);
    return json({ tasks: page.tasks.map(toWire), next_cursor: page.nextCursor });
  });

  route(routes, app, taskOperations.create, ({ caller, body, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => ({
      status: 201,
      body: toWire(await createTask(tx, toActor(caller), fromWire(body))),
    })),
  );

  route(routes, app, taskOperations.get, async ({ caller: { user }, param }) =>
    json(toWire(await getTask(db, user.id, parseTaskNumber(param("id"))))),
  );

  route(routes, app, taskOperations.replace, async ({ caller, body, param }) => {
    const id = parseTaskNumber(param("id"));
    return json(toWire(await updateTask(db, toActor(caller), id, fromWire(body))));
  });

  route(routes, app, taskOperations.edit, async ({ caller, body, param }) => {
    const [actor, id] = [toActor(caller), parseTaskNumber(param("id"))];
    const { completed, ...patch } = fromWire(body);
    if (completed === undefined) return json(toWire(await updateTask(db, actor, id, patch)));
    const task = await inTransaction(db, async (tx) => {
      await updateTask(tx, actor, id, patch);
      return toggleComplete(tx, actor, id, completed);
    });
    return json(toWire(task));
  });

  route(routes, app, taskOperations.complete, ({ caller, body, param, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const id = parseTaskNumber(param("id"));
      const task = await toggleComplete(tx, toActor(caller), id, body.completed);
      return { status: 200, body: toWire(task) };
    }),
  );

  route(routes, app, taskOperations.skip, ({ caller, body, param, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const task = await skipOccurrence(tx, toActor(caller), parseTaskNumber(param("id")), body);
      return { status: 200, body: toWire(task) };
    }),
  );

  route(routes, app, taskOperations.delete, async ({ caller, param }) => {
    await deleteTask(db, toActor(caller), parseTaskNumber(param("id")));
    return new Response(null, { status: 204 });
  });

  route(routes, app, taskOperations.stats, async ({ caller: { user } }) =>
    json(statsToWire(await getStats(db, user.id, user))),
  );

  return routes;
}
