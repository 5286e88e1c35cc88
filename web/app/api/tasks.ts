import { Hono } from "hono";
import type { Karlo } from "#app/karlo.server";
import { createTask } from "#app/tasks/create-task.server";
import { deleteTask } from "#app/tasks/delete-task.server";
import { getStats } from "#app/tasks/get-stats.server";
import { getTask } from "#app/tasks/get-task.server";
import { listTasks } from "#app/tasks/list-tasks.server";
import { statsToWire } from "#app/tasks/stats";
import { toWire } from "#app/tasks/task";
import { fromWire } from "#app/tasks/task-input";
import { toggleComplete } from "#app/tasks/toggle-complete.server";
import { updateTask } from "#app/tasks/update-task.server";
import { toActor } from "./authenticate";
import { onceByKey } from "./idempotency";
import { json, operation, route } from "./operation";
import {
  edit,
  listQuery,
  newTask,
  replacement,
  taskNumber,
  wirePage,
  wireStats,
  wireTask,
} from "./task-schemas";

const theTask = { 200: { description: "The task.", schema: wireTask } };

/** What there is to do with tasks over HTTP. */
export const taskOperations = {
  list: operation({
    id: "listTasks",
    tag: "Tasks",
    method: "GET",
    path: "/tasks",
    summary: "List tasks",
    description: "Never the trash. Pages go by key: a task added meanwhile hides no other.",
    named: true,
    query: listQuery,
    answers: { 200: { description: "One page.", schema: wirePage } },
    problems: [422],
  }),
  create: operation({
    id: "createTask",
    tag: "Tasks",
    method: "POST",
    path: "/tasks",
    summary: "Create a task",
    named: true,
    body: newTask,
    idempotent: true,
    answers: { 201: { description: "The new task.", schema: wireTask } },
    problems: [400, 413, 415, 422],
  }),
  get: operation({
    id: "getTask",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/{id}",
    summary: "Read a task",
    named: true,
    answers: theTask,
  }),
  replace: operation({
    id: "replaceTask",
    tag: "Tasks",
    method: "PUT",
    path: "/tasks/{id}",
    summary: "Replace a task",
    description: "What is left out goes back to its default.",
    named: true,
    body: replacement,
    answers: theTask,
    problems: [400, 409, 413, 415, 422],
  }),
  edit: operation({
    id: "editTask",
    tag: "Tasks",
    method: "PATCH",
    path: "/tasks/{id}",
    summary: "Edit a task",
    description: "What is left out stays as it is.",
    named: true,
    body: edit,
    answers: theTask,
    problems: [400, 409, 413, 415, 422],
  }),
  complete: operation({
    id: "toggleTask",
    tag: "Tasks",
    method: "PATCH",
    path: "/tasks/{id}/complete",
    summary: "Complete a task, or reopen it",
    description: "A recurring task that is completed makes the next one, once.",
    named: true,
    answers: theTask,
  }),
  delete: operation({
    id: "deleteTask",
    tag: "Tasks",
    method: "DELETE",
    path: "/tasks/{id}",
    summary: "Put a task in the trash",
    named: true,
    answers: { 204: { description: "It is in the trash." } },
  }),
  stats: operation({
    id: "getStats",
    tag: "Statistics",
    method: "GET",
    path: "/stats",
    summary: "Tasks in numbers",
    named: true,
    answers: { 200: { description: "The numbers; the trash does not count.", schema: wireStats } },
  }),
};

/**
 * Tasks over HTTP. The same handlers serve `/api/{user_id}/…` and `/api/v1/…`; who the person is
 * comes from the token or session, and an address that names another is 404.
 */
export function taskRoutes(karlo: Karlo): Hono {
  const { db } = karlo;
  const routes = new Hono();

  route(routes, karlo, taskOperations.list, async ({ who: { user }, query }) => {
    const { due_from: dueFrom, due_to: dueTo, ...rest } = query;
    const page = await listTasks(db, user.id, { ...rest, dueFrom, dueTo }, user.timeZone);
    return json({ tasks: page.tasks.map(toWire), next_cursor: page.nextCursor });
  });

  route(routes, karlo, taskOperations.create, ({ who, body, request }) =>
    onceByKey(karlo, who.user.id, request, body, async (tx) => ({
      status: 201,
      body: toWire(await createTask(tx, toActor(who), fromWire(body))),
    })),
  );

  route(routes, karlo, taskOperations.get, async ({ who: { user }, param }) =>
    json(toWire(await getTask(db, user.id, taskNumber(param("id"))))),
  );

  route(routes, karlo, taskOperations.replace, async ({ who, body, param }) => {
    const id = taskNumber(param("id"));
    return json(toWire(await updateTask(db, toActor(who), id, fromWire(body))));
  });

  route(routes, karlo, taskOperations.edit, async ({ who, body, param }) => {
    const id = taskNumber(param("id"));
    return json(toWire(await updateTask(db, toActor(who), id, fromWire(body))));
  });

  route(routes, karlo, taskOperations.complete, async ({ who, param }) =>
    json(toWire(await toggleComplete(db, toActor(who), taskNumber(param("id"))))),
  );

  route(routes, karlo, taskOperations.delete, async ({ who, param }) => {
    await deleteTask(db, toActor(who), taskNumber(param("id")));
    return new Response(null, { status: 204 });
  });

  route(routes, karlo, taskOperations.stats, async ({ who: { user } }) =>
    json(statsToWire(await getStats(db, user.id, user.timeZone))),
  );

  return routes;
}
