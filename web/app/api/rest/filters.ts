import { Hono } from "hono";
import { z } from "zod";
import { onceByKey } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import {
  createFilter,
  deleteFilter,
  orderFilters,
  updateFilter,
} from "#app/tasks/filters/change-filter.server";
import { filterFields, filterName } from "#app/tasks/filters/filter-fields";
import { getFilter, listFilters } from "#app/tasks/filters/list-filters.server";
import { FILTERS_MAX, type SavedFilter, WHOLE_VIEW } from "#app/tasks/filters/saved-filter";
import { NAMED } from "./named";
import { json, operation, route } from "./operation";

const user_id = z.unknown().optional().describe("Optional; must be your own id, otherwise 404.");

const wire = z
  .object({ id: z.string(), name: z.string(), ...filterFields })
  .meta({ id: "TaskFilter" });
const one = { description: "The filter.", schema: wire };
const all = { description: "All of them.", schema: z.object({ filters: z.array(wire) }) };
const change = z.object(filterFields).partial().shape;

/** Operations on saved filters: views of the list of tasks under a name. */
export const filterOperations = {
  list: operation({
    id: "listFilters",
    tag: "Tasks",
    method: "GET",
    path: "/filters",
    summary: "List saved filters",
    description: "In the person's order. Their members are parameters of the list of tasks.",
    underUserId: true,
    responses: { 200: all },
  }),
  create: operation({
    id: "createFilter",
    tag: "Tasks",
    method: "POST",
    path: "/filters",
    summary: "Save a filter",
    description: "What is left out does not filter; `status` is `open` then.",
    underUserId: true,
    body: z.strictObject({ name: filterName, ...change, user_id }).meta({ id: "NewTaskFilter" }),
    idempotent: true,
    responses: { 201: one },
    problems: [400, 409, 413, 415, 422],
  }),
  get: operation({
    id: "getFilter",
    tag: "Tasks",
    method: "GET",
    path: "/filters/{id}",
    params: NAMED,
    summary: "Read a saved filter",
    description: "By its id or its name.",
    underUserId: true,
    responses: { 200: one },
  }),
  edit: operation({
    id: "editFilter",
    tag: "Tasks",
    method: "PATCH",
    path: "/filters/{id}",
    params: NAMED,
    summary: "Change a saved filter",
    description: "Its name, or what it shows. 409 for the name of another filter.",
    underUserId: true,
    body: z
      .strictObject({ name: filterName.optional(), ...change, user_id })
      .meta({ id: "TaskFilterEdit" }),
    responses: { 200: one },
    problems: [400, 409, 413, 415, 422],
  }),
  order: operation({
    id: "orderFilters",
    tag: "Tasks",
    method: "PUT",
    path: "/filters/order",
    summary: "Put saved filters in an order",
    underUserId: true,
    body: z
      .strictObject({
        ids: z.array(z.uuid("an id")).max(FILTERS_MAX, `at most ${FILTERS_MAX} ids`),
        user_id,
      })
      .meta({ id: "TaskFilterOrder" }),
    responses: { 200: all },
    problems: [400, 413, 415, 422],
  }),
  delete: operation({
    id: "deleteFilter",
    tag: "Tasks",
    method: "DELETE",
    path: "/filters/{id}",
    params: NAMED,
    summary: "Delete a saved filter",
    description: "The tasks that it shows stay.",
    underUserId: true,
    responses: { 204: { description: "Deleted." } },
  }),
};

/** Routes of {@link filterOperations}. */
export function filterRoutes(app: AppContext): Hono {
  const { db } = app;
  const routes = new Hono();
  const find = (userId: string, idOrName: string) => getFilter(db, userId, idOrName.slice(0, 100));

  route(routes, app, filterOperations.list, async ({ caller: { user } }) =>
    json({ filters: (await listFilters(db, user.id)).map(toWire) }),
  );
  route(routes, app, filterOperations.create, ({ caller: { user }, body, request }) =>
    onceByKey(app, user.id, request, body, async (tx) => {
      const { name, ...view } = body;
      const made = await createFilter(tx, user.id, { name, view: { ...WHOLE_VIEW, ...view } });
      return { status: 201, body: toWire(made) };
    }),
  );
  route(routes, app, filterOperations.order, async ({ caller: { user }, body }) =>
    json({ filters: (await orderFilters(db, user.id, body.ids)).map(toWire) }),
  );
  route(routes, app, filterOperations.get, async ({ caller: { user }, param }) =>
    json(toWire(await find(user.id, param("id")))),
  );
  route(routes, app, filterOperations.edit, async ({ caller: { user }, body, param }) => {
    const { id } = await find(user.id, param("id"));
    const { name, ...view } = body;
    return json(toWire(await updateFilter(db, user.id, id, { name, view })));
  });
  route(routes, app, filterOperations.delete, async ({ caller: { user }, param }) => {
    const { id } = await find(user.id, param("id"));
    await deleteFilter(db, user.id, id);
    return new Response(null, { status: 204 });
  });
  return routes;
}

const toWire = ({ id, name, view }: SavedFilter) => ({ id, name, ...view });
