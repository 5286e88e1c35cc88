import { Hono } from "hono";
import { z } from "zod";
import type { Karlo } from "#app/karlo.server";
import { taskNotFound } from "#app/tasks/change-task.server";
import { createTask } from "#app/tasks/create-task.server";
import { deleteTask } from "#app/tasks/delete-task.server";
import { getStats } from "#app/tasks/get-stats.server";
import { getTask } from "#app/tasks/get-task.server";
import { listTasks } from "#app/tasks/list-tasks.server";
import { statsToWire } from "#app/tasks/stats";
import { toWire } from "#app/tasks/task";
import { fromWire, taskFields } from "#app/tasks/task-input";
import { taskFilters } from "#app/tasks/task-query";
import { toggleComplete } from "#app/tasks/toggle-complete.server";
import { updateTask } from "#app/tasks/update-task.server";
import { authenticate, type Caller, requireSelf, toActor } from "./authenticate";
import { readJson } from "./body";
import { onceByKey } from "./idempotency";
import { parseInput } from "./problem";

const { title, ...optional } = taskFields();
const user_id = z.unknown().optional();
const version = z.int("the version you have seen").optional();

const newTask = z.strictObject({ title, ...z.object(optional).partial().shape, user_id });
const edit = z.strictObject({ ...z.object(taskFields()).partial().shape, version, user_id });
/** PUT replaces: what is left out goes back to its default. */
const replacement = z.strictObject({
  title,
  description: optional.description.default(""),
  priority: optional.priority.default("medium"),
  category: optional.category.default(null),
  due_at: optional.due_at.default(null),
  recurrence: optional.recurrence.default(null),
  version,
  user_id,
});

const flag = z.enum(["true", "false"], { error: "true or false" }).transform((v) => v === "true");
const query = z.strictObject({
  ...z.object({ ...taskFilters, overdue: flag }).partial().shape,
});

/**
 * Tasks over HTTP. The same handlers serve `/api/{user_id}/…` and `/api/v1/…`; who the person is
 * comes from the token or session, and an address that names another is 404.
 */
export function taskRoutes(karlo: Karlo): Hono {
  const { db } = karlo;
  const routes = new Hono();

  async function caller(request: Request, named: string | undefined): Promise<Caller> {
    const who = await authenticate(karlo, request);
    requireSelf(who, named);
    return who;
  }

  async function body<Schema extends z.ZodType<{ user_id?: unknown }>>(
    request: Request,
    schema: Schema,
    who: Caller,
  ): Promise<Omit<z.output<Schema>, "user_id">> {
    const { user_id: named, ...input } = parseInput(schema, await readJson(request));
    requireSelf(who, named);
    return input;
  }

  routes.get("/tasks", async (c) => {
    const { user } = await caller(c.req.raw, c.req.param("user_id" as never));
    const { due_from: dueFrom, due_to: dueTo, ...rest } = parseInput(query, c.req.query());
    const page = await listTasks(db, user.id, { ...rest, dueFrom, dueTo }, user.timeZone);
    return c.json({ tasks: page.tasks.map(toWire), next_cursor: page.nextCursor });
  });

  routes.post("/tasks", async (c) => {
    const who = await caller(c.req.raw, c.req.param("user_id" as never));
    const input = await body(c.req.raw, newTask, who);
    return onceByKey(karlo, who.user.id, c.req.raw, input, async (tx) => ({
      status: 201,
      body: toWire(await createTask(tx, toActor(who), fromWire(input))),
    }));
  });

  routes.get("/tasks/:id", async (c) => {
    const { user } = await caller(c.req.raw, c.req.param("user_id" as never));
    return c.json(toWire(await getTask(db, user.id, taskNumber(c.req.param("id")))));
  });

  for (const [method, schema] of [
    ["PUT", replacement],
    ["PATCH", edit],
  ] as const) {
    routes.on(method, "/tasks/:id", async (c) => {
      const who = await caller(c.req.raw, c.req.param("user_id" as never));
      const id = taskNumber(c.req.param("id"));
      const input = await body(c.req.raw, schema as typeof edit, who);
      return c.json(toWire(await updateTask(db, toActor(who), id, fromWire(input))));
    });
  }

  routes.patch("/tasks/:id/complete", async (c) => {
    const who = await caller(c.req.raw, c.req.param("user_id" as never));
    const id = taskNumber(c.req.param("id"));
    return c.json(toWire(await toggleComplete(db, toActor(who), id)));
  });

  routes.delete("/tasks/:id", async (c) => {
    const who = await caller(c.req.raw, c.req.param("user_id" as never));
    await deleteTask(db, toActor(who), taskNumber(c.req.param("id")));
    return c.body(null, 204);
  });

  routes.get("/stats", async (c) => {
    const { user } = await caller(c.req.raw, c.req.param("user_id" as never));
    return c.json(statsToWire(await getStats(db, user.id, user.timeZone)));
  });

  return routes;
}

/** A task number from an address. What cannot be one names no task. */
function taskNumber(text: string): number {
  const id = Number(text);
  if (!/^\d{1,10}$/.test(text) || id < 1 || id > 2 ** 31 - 1) {
    throw taskNotFound(Number.isSafeInteger(id) ? id : 0);
  }
  return id;
}
