import { Hono } from "hono";
import { z } from "zod";
import { toActor } from "#app/api/authenticate";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import { described, STORABLE_PATTERN } from "#app/platform/documented";
import {
  createGroup,
  deleteGroup,
  orderGroups,
  updateGroup,
} from "#app/tasks/groups/change-group.server";
import {
  COLOURS,
  colourInput,
  GROUPS_MAX,
  type Group,
  type GroupKind,
  groupName,
} from "#app/tasks/groups/group";
import { getGroup, listGroups } from "#app/tasks/groups/list-groups.server";
import { NAMED } from "./named";
import { json, operation, route } from "./operation";

const user_id = z.unknown().optional().describe("Optional; must be your own id, otherwise 404.");
const reference = described(
  z.string("an id or a name").min(1, "an id or a name").max(100, "an id or a name"),
  { minLength: 1, maxLength: 100, pattern: STORABLE_PATTERN },
);

/** Operations on lists, or on labels: both are names that tasks have, with a colour and an order. */
function operationsOf(kind: GroupKind, Name: string, many: string) {
  const path = `/${many}` as const;
  const name = groupName(kind);
  const member = `\`${kind === "list" ? "category" : "labels"}\` of a task`;
  const wire = z
    .object({
      id: z.string(),
      name: z.string(),
      color: z.enum(COLOURS).nullable(),
      archived: z.boolean(),
      open: z.int().describe("How many open tasks it has."),
      total: z.int().describe("How many tasks it has, without the trash."),
    })
    .meta({ id: `Task${Name}` });
  const one = { description: `The ${kind}.`, schema: wire };
  const all = { description: "All of them.", schema: z.object({ [many]: z.array(wire) }) };
  return {
    list: operation({
      id: `listTask${many}`,
      tag: "Tasks",
      method: "GET",
      path,
      summary: `List ${many}`,
      description: `What ${member} names, in the person's order. A name that is used is one.`,
      underUserId: true,
      responses: { 200: all },
    }),
    create: operation({
      id: `create${Name}`,
      tag: "Tasks",
      method: "POST",
      path,
      summary: `Make a ${kind}`,
      underUserId: true,
      body: z
        .strictObject({ name, color: colourInput.optional(), user_id })
        .meta({ id: `NewTask${Name}` }),
      idempotent: true,
      responses: { 201: { ...one, located: true } },
      problems: [400, 409, 413, 415, 422],
    }),
    get: operation({
      id: `get${Name}`,
      tag: "Tasks",
      method: "GET",
      path: `${path}/{id}`,
      params: NAMED,
      summary: `Read a ${kind}`,
      underUserId: true,
      responses: { 200: one },
    }),
    edit: operation({
      id: `edit${Name}`,
      tag: "Tasks",
      method: "PATCH",
      path: `${path}/{id}`,
      params: NAMED,
      summary: `Change a ${kind}`,
      description: `A new name is that of all its tasks. 409 for a name of another ${kind}: merge them.`,
      underUserId: true,
      body: z
        .strictObject({
          name: name.optional(),
          color: colourInput.optional(),
          archived: z.boolean("true or false").optional(),
          user_id,
        })
        .meta({ id: `Task${Name}Edit` }),
      responses: { 200: one },
      problems: [400, 409, 413, 415, 422],
    }),
    merge: operation({
      id: `merge${Name}`,
      tag: "Tasks",
      method: "POST",
      path: `${path}/{id}/merge`,
      params: NAMED,
      summary: `Merge a ${kind} into another`,
      description: `Its tasks go there, and the ${kind} is gone.`,
      underUserId: true,
      body: z.strictObject({ into: reference, user_id }).meta({ id: `Task${Name}Merge` }),
      idempotent: true,
      responses: { 200: { description: "The other one.", schema: wire } },
      problems: [400, 413, 415, 422],
    }),
    order: operation({
      id: `order${Name}`,
      tag: "Tasks",
      method: "PUT",
      path: `${path}/order`,
      summary: `Put ${many} in an order`,
      underUserId: true,
      body: z
        .strictObject({
          ids: z.array(z.uuid("an id")).max(GROUPS_MAX, `at most ${GROUPS_MAX} ids`),
          user_id,
        })
        .meta({ id: `Task${Name}Order` }),
      responses: { 200: all },
      problems: [400, 413, 415, 422],
    }),
    delete: operation({
      id: `delete${Name}`,
      tag: "Tasks",
      method: "DELETE",
      path: `${path}/{id}`,
      params: NAMED,
      summary: `Delete a ${kind}`,
      description: `Its tasks stay without it, unless \`tasks\` is \`trash\`.`,
      underUserId: true,
      query: z.strictObject({
        tasks: z.enum(["keep", "trash"], { error: "keep or trash" }).optional(),
      }),
      responses: { 204: { description: "Deleted." } },
      problems: [422],
    }),
  };
}

/** Operations on lists and on labels. */
export const listOperations = operationsOf("list", "List", "lists");
/** The same by another name: that of the member of a task. */
export const categoryOperations = operationsOf("list", "Category", "categories");
export const labelOperations = operationsOf("label", "Label", "labels");

/** Routes of the operations on lists and labels. */
export function groupRoutes(app: AppContext): Hono {
  const routes = new Hono();
  addRoutes(routes, app, "list", "lists", listOperations);
  addRoutes(routes, app, "list", "categories", categoryOperations);
  addRoutes(routes, app, "label", "labels", labelOperations);
  return routes;
}

function addRoutes(
  routes: Hono,
  app: AppContext,
  kind: GroupKind,
  many: string,
  operations: ReturnType<typeof operationsOf>,
): void {
  const { db } = app;
  const find = (userId: string, idOrName: string) =>
    getGroup(db, userId, kind, idOrName.slice(0, 100));

  route(routes, app, operations.list, async ({ caller: { user } }) =>
    json({ [many]: (await listGroups(db, user.id, kind)).map(toWire) }),
  );
  route(routes, app, operations.create, ({ caller: { user }, body, request }) =>
    onceByKey(app, user.id, request, body, async (tx) => {
      const { name, color: colour } = body;
      return { status: 201, body: toWire(await createGroup(tx, user.id, kind, { name, colour })) };
    }),
  );
  route(routes, app, operations.order, async ({ caller: { user }, body }) =>
    json({ [many]: (await orderGroups(db, user.id, kind, body.ids)).map(toWire) }),
  );
  route(routes, app, operations.get, async ({ caller: { user }, param }) =>
    json(toWire(await find(user.id, param("id")))),
  );
  route(routes, app, operations.edit, async ({ caller, body, param }) => {
    const { id } = await find(caller.user.id, param("id"));
    const { color: colour, ...rest } = body;
    return json(toWire(await updateGroup(db, toActor(caller), kind, id, { ...rest, colour })));
  });
  route(routes, app, operations.merge, ({ caller, body, param, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      const { id } = await getGroup(tx, caller.user.id, kind, param("id").slice(0, 100));
      const into = await getGroup(tx, caller.user.id, kind, body.into);
      await deleteGroup(tx, toActor(caller), kind, id, { to: "group", id: into.id });
      return { status: 200, body: toWire(await getGroup(tx, caller.user.id, kind, into.id)) };
    }),
  );
  route(routes, app, operations.delete, async ({ caller, query, param }) => {
    const { id } = await find(caller.user.id, param("id"));
    const to = query.tasks === "trash" ? "trash" : "none";
    await deleteGroup(db, toActor(caller), kind, id, { to });
    return new Response(null, { status: 204 });
  });
}

const toWire = ({ colour, ...group }: Group) => ({ ...group, color: colour });
