import { Hono } from "hono";
import type { Karlo } from "#app/karlo.server";
import { deleteForever, emptyTrash } from "#app/tasks/empty-trash.server";
import { getHistory } from "#app/tasks/get-history.server";
import { listTrash, TRASH_DAYS } from "#app/tasks/list-trash.server";
import { restoreTask } from "#app/tasks/restore-task.server";
import { toWire } from "#app/tasks/task";
import { toActor } from "./authenticate";
import { json, operation, route } from "./operation";
import { pageQuery, taskNumber, wireHistory, wireTask, wireTrash } from "./task-schemas";

/** What there is to do with the trash and with what happened. */
export const trashOperations = {
  list: operation({
    id: "listTrash",
    tag: "Trash",
    method: "GET",
    path: "/trash",
    summary: "List the trash",
    description: `Last deleted first. A task stays for ${TRASH_DAYS} days.`,
    named: true,
    query: pageQuery,
    answers: { 200: { description: "One page.", schema: wireTrash } },
    problems: [422],
  }),
  empty: operation({
    id: "emptyTrash",
    tag: "Trash",
    method: "DELETE",
    path: "/trash",
    summary: "Empty the trash for ever",
    named: true,
    answers: { 204: { description: "It is empty." } },
  }),
  remove: operation({
    id: "deleteForever",
    tag: "Trash",
    method: "DELETE",
    path: "/trash/{id}",
    summary: "Remove one task of the trash for ever",
    named: true,
    answers: { 204: { description: "It is gone." } },
  }),
  restore: operation({
    id: "restoreTask",
    tag: "Trash",
    method: "POST",
    path: "/tasks/{id}/restore",
    summary: "Bring a task back from the trash",
    named: true,
    answers: { 200: { description: "The task, under its old number.", schema: wireTask } },
  }),
  history: operation({
    id: "getHistory",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/{id}/history",
    summary: "What happened to a task",
    description: "Who changed what, last first; also of a task in the trash.",
    named: true,
    query: pageQuery,
    answers: { 200: { description: "One page.", schema: wireHistory } },
    problems: [422],
  }),
};

/** The trash and the history of tasks over HTTP. */
export function trashRoutes(karlo: Karlo): Hono {
  const { db } = karlo;
  const routes = new Hono();

  route(routes, karlo, trashOperations.list, async ({ who: { user }, query }) => {
    const page = await listTrash(db, user.id, { limit: query.limit, after: query.cursor });
    const tasks = page.tasks.map(({ deletedAt, ...task }) => ({
      ...toWire(task),
      deleted_at: deletedAt,
    }));
    return json({ tasks, next_cursor: page.nextCursor });
  });

  route(routes, karlo, trashOperations.empty, async ({ who: { user } }) => {
    await emptyTrash(db, user.id);
    return new Response(null, { status: 204 });
  });

  route(routes, karlo, trashOperations.remove, async ({ who: { user }, param }) => {
    await deleteForever(db, user.id, taskNumber(param("id")));
    return new Response(null, { status: 204 });
  });

  route(routes, karlo, trashOperations.restore, async ({ who, param }) =>
    json(toWire(await restoreTask(db, toActor(who), taskNumber(param("id"))))),
  );

  route(routes, karlo, trashOperations.history, async ({ who: { user }, query, param }) => {
    const { limit, cursor: before } = query;
    const id = taskNumber(param("id"));
    const { changes, nextCursor } = await getHistory(db, user.id, id, { limit, before });
    const wire = changes.map(({ runId, ...change }) => ({ ...change, run_id: runId }));
    return json({ changes: wire, next_cursor: nextCursor });
  });

  return routes;
}
