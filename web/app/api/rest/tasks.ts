import { Hono } from "hono";
import { toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import { AppError } from "#app/platform/errors";
import { actInBatch } from "#app/tasks/changes/act-in-batch.server";
import { listChanges } from "#app/tasks/changes/list-changes.server";
import { listTasks } from "#app/tasks/list/list-tasks.server";
import { getStats } from "#app/tasks/statistics/get-stats.server";
import { statsToWire } from "#app/tasks/statistics/stats";
import { createTask } from "#app/tasks/task/create-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import { editTask } from "#app/tasks/task/edit-task.server";
import { getTask } from "#app/tasks/task/get-task.server";
import { skipOccurrence } from "#app/tasks/task/skip-occurrence.server";
import { fromWire } from "#app/tasks/task/task-input";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { toWire } from "#app/tasks/task/wire-task";
import { answer } from "./answer";
import { route } from "./operation";
import { taskOperations } from "./task-operations";
import { type ListQuery, parseTaskNumber, toActs } from "./task-schemas";
import { changedTask, ifMatches, taskAnswer, taskTag } from "./task-tag";

/**
 * Routes of {@link taskOperations}, for `/api/v1/…` and `/api/{user_id}/…`. The user is that of the
 * token or session; the id of another user in the path is 404.
 */
export function taskRoutes(app: AppContext): Hono {
  const { db } = app;
  const routes = new Hono();

  route(routes, app, taskOperations.list, async ({ caller: { user }, query, request }) => {
    const { changed_since: since, ...rest } = query;
    const body =
      since === undefined
        ? await readList(app, user, rest)
        : await readChanges(app, user, since, rest);
    return answer(request, body);
  });

  route(routes, app, taskOperations.changes, async ({ caller: { user }, query, request }) => {
    const { changed_since: since, ...rest } = query;
    return answer(request, await readChanges(app, user, since, rest));
  });

  route(routes, app, taskOperations.create, ({ caller, body, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const task = await createTask(tx, toActor(caller), fromWire(body));
      return { status: 201, body: toWire(task), etag: taskTag(task.version) };
    }),
  );

  route(routes, app, taskOperations.batch, ({ caller, body, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const results = await actInBatch(tx, toActor(caller), toActs(body));
      const wire = results.map(({ op, task }) =>
        op === "delete" ? { op, id: task.id } : { op, id: task.id, task: toWire(task) },
      );
      return { status: 200, body: { results: wire } };
    }),
  );

  route(routes, app, taskOperations.get, async ({ caller: { user }, param, request }) =>
    taskAnswer(request, await getTask(db, user.id, parseTaskNumber(param("id")))),
  );

  route(routes, app, taskOperations.replace, async ({ caller, body, param, request }) => {
    const id = parseTaskNumber(param("id"));
    const { id: sentId = id, ...task } = body;
    if (sentId !== id) {
      const values = { expected: `${id}, as in the path`, received: String(sentId) };
      throw new AppError("invalid_input", 422, { field: "id", values });
    }
    return changedTask(
      await ifMatches(request, task.version, (version) =>
        editTask(db, toActor(caller), id, { ...fromWire(task), version }),
      ),
    );
  });

  route(routes, app, taskOperations.edit, async ({ caller, body, param, request }) => {
    const [actor, id] = [toActor(caller), parseTaskNumber(param("id"))];
    return changedTask(
      await ifMatches(request, body.version, (version) =>
        editTask(db, actor, id, { ...fromWire(body), version }),
      ),
    );
  });

  route(routes, app, taskOperations.complete, ({ caller, body, param, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const id = parseTaskNumber(param("id"));
      const task = await ifMatches(request, undefined, (version) =>
        toggleComplete(tx, toActor(caller), id, body.completed, version),
      );
      return { status: 200, body: toWire(task), etag: taskTag(task.version) };
    }),
  );

  route(routes, app, taskOperations.skip, ({ caller, body, param, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const id = parseTaskNumber(param("id"));
      const task = await ifMatches(request, body.version, (version) =>
        skipOccurrence(tx, toActor(caller), id, { ...body, version }),
      );
      return { status: 200, body: toWire(task), etag: taskTag(task.version) };
    }),
  );

  route(routes, app, taskOperations.delete, async ({ caller, param, request }) => {
    const id = parseTaskNumber(param("id"));
    await ifMatches(request, undefined, (version) => deleteTask(db, toActor(caller), id, version));
    return new Response(null, { status: 204 });
  });

  route(routes, app, taskOperations.stats, async ({ caller: { user }, request }) =>
    answer(request, statsToWire(await getStats(db, user.id, user))),
  );

  return routes;
}

type Person = { id: string; timeZone: string };

async function readList(
  { db }: AppContext,
  { id, timeZone }: Person,
  query: Omit<ListQuery, "changed_since">,
) {
  const { due_from: dueFrom, due_to: dueTo, completed_from, completed_to, ...others } = query;
  const { parent_id: parentId, ...rest } = others;
  const filter = {
    ...rest,
    dueFrom,
    dueTo,
    completedFrom: completed_from,
    completedTo: completed_to,
  };
  const page = await listTasks(db, id, filter, timeZone);
  return { tasks: page.tasks.map(toWire), next_cursor: page.nextCursor };
}

/**
 * Reads what has changed. Filters are refused: a task that left one would be missing, and nobody would
 * know.
 */
async function readChanges(
  { db }: AppContext,
  { id, timeZone }: Person,
  since: string,
  { limit, cursor, ...filters }: Omit<ListQuery, "changed_since">,
) {
  const [field] = Object.keys(filters);
  if (field !== undefined) {
    const values = { expected: "nothing beside changed_since but limit and cursor" };
    throw new AppError("invalid_input", 422, { field, values });
  }
  const page = await listChanges(db, id, { since, limit, cursor }, timeZone);
  return {
    tasks: page.tasks.map(toWire),
    deleted: page.deleted.map(({ id: number, deletedAt, forever }) => ({
      id: number,
      deleted_at: deletedAt,
      forever,
    })),
    next_cursor: page.nextCursor,
    sync_token: page.syncToken,
  };
}
