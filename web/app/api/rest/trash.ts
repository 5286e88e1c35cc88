import { Hono } from "hono";
import { toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import { getHistory } from "#app/tasks/history/get-history.server";
import { toWire } from "#app/tasks/task/wire-task";
import { deleteForever, emptyTrash } from "#app/tasks/trash/empty-trash.server";
import { listTrash, TRASH_DAYS } from "#app/tasks/trash/list-trash.server";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { answer } from "./answer";
import { operation, route } from "./operation";
import {
  historyQuery,
  pageQuery,
  parseTaskNumber,
  wireHistory,
  wireTask,
  wireTrash,
} from "./task-schemas";

/** Operations on the trash and on the history of tasks. */
export const trashOperations = {
  list: operation({
    id: "listTrash",
    tag: "Trash",
    method: "GET",
    path: "/trash",
    summary: "List the trash",
    description: `Last deleted first. Tasks are deleted permanently after ${TRASH_DAYS} days.`,
    underUserId: true,
    query: pageQuery,
    tagged: true,
    responses: { 200: { description: "One page.", schema: wireTrash } },
    problems: [422],
  }),
  empty: operation({
    id: "emptyTrash",
    tag: "Trash",
    method: "DELETE",
    path: "/trash",
    summary: "Delete all tasks of the trash permanently",
    underUserId: true,
    responses: { 204: { description: "The trash is empty." } },
  }),
  remove: operation({
    id: "deleteForever",
    tag: "Trash",
    method: "DELETE",
    path: "/trash/{id}",
    summary: "Delete a task of the trash permanently",
    underUserId: true,
    responses: { 204: { description: "Deleted." } },
  }),
  restore: operation({
    id: "restoreTask",
    tag: "Trash",
    method: "POST",
    path: "/tasks/{id}/restore",
    summary: "Restore a task from the trash",
    underUserId: true,
    idempotent: true,
    responses: { 200: { description: "The task with its original number.", schema: wireTask } },
    problems: [422],
  }),
  history: operation({
    id: "getHistory",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/{id}/history",
    summary: "List the changes of a task",
    description: "Actor and fields of each change, newest first; also for tasks in the trash.",
    underUserId: true,
    query: historyQuery,
    tagged: true,
    responses: { 200: { description: "One page.", schema: wireHistory } },
    problems: [422],
  }),
};

/** Routes of {@link trashOperations}. */
export function trashRoutes(app: AppContext): Hono {
  const { db } = app;
  const routes = new Hono();

  route(routes, app, trashOperations.list, async ({ caller: { user }, query, request }) => {
    const page = await listTrash(db, user.id, { limit: query.limit, after: query.cursor });
    const tasks = page.tasks.map(({ deletedAt, ...task }) => ({
      ...toWire(task),
      deleted_at: deletedAt,
    }));
    return answer(request, { tasks, next_cursor: page.nextCursor });
  });

  route(routes, app, trashOperations.empty, async ({ caller: { user } }) => {
    await emptyTrash(db, user.id);
    return new Response(null, { status: 204 });
  });

  route(routes, app, trashOperations.remove, async ({ caller: { user }, param }) => {
    await deleteForever(db, user.id, parseTaskNumber(param("id")));
    return new Response(null, { status: 204 });
  });

  route(routes, app, trashOperations.restore, ({ caller, param, request }) =>
    onceByKey(app, caller.user.id, request, null, async (tx) => ({
      status: 200,
      body: toWire(await restoreTask(tx, toActor(caller), parseTaskNumber(param("id")))),
    })),
  );

  route(
    routes,
    app,
    trashOperations.history,
    async ({ caller: { user }, query, param, request }) => {
      const { limit, cursor: before } = query;
      const id = parseTaskNumber(param("id"));
      const { changes, nextCursor } = await getHistory(db, user.id, id, { limit, before });
      const wire = changes.map(({ runId, ...change }) => ({ ...change, run_id: runId }));
      return answer(request, { changes: wire, next_cursor: nextCursor });
    },
  );

  return routes;
}
