import type { Db } from "#app/platform/database/database";
import { lockName } from "#app/platform/database/lock";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { nameTaken } from "#app/tasks/groups/name-taken.server";
import { isSameName } from "#app/tasks/groups/names";
import { completeOrder } from "#app/tasks/groups/order";
import type { ListView } from "#app/tasks/list/list-view";
import { SEARCH_MAX } from "#app/tasks/task/task";
import { toStoredPriority } from "#app/tasks/task/task-columns";
import { getFilter, listFilters } from "./list-filters.server";
import { FILTERS_MAX, type SavedFilter } from "./saved-filter";

/** What a person may set of a saved filter. */
export interface FilterChange {
  name?: string;
  view?: Partial<ListView>;
}

/**
 * Keeps a view under a name.
 *
 * @throws AppError `name_taken` (409); `filters_full` (422)
 */
export function createFilter(
  db: Db,
  userId: string,
  { name, view }: { name: string; view: ListView },
): Promise<SavedFilter> {
  return inTransaction(db, async (tx) => {
    await lockName(tx, `filters ${userId}`);
    const filters = await listFilters(tx, userId);
    if (filters.length >= FILTERS_MAX)
      throw new AppError("filters_full", 422, { values: { max: FILTERS_MAX } });
    assertFree(filters, name);
    const [{ id } = { id: "" }] = await tx.savedFilter.createManyAndReturn({
      data: [{ userId, name, ...toColumns(view) }],
      skipDuplicates: true,
    });
    if (!id) throw nameTaken(name);
    return getFilter(tx, userId, id);
  });
}

/**
 * Changes the name of a saved filter, or what it shows.
 *
 * @param view members that are left out stay
 * @throws AppError `filter_not_found` (404); `name_taken` (409)
 */
export function updateFilter(
  db: Db,
  userId: string,
  id: string,
  { name, view }: FilterChange,
): Promise<SavedFilter> {
  return inTransaction(db, async (tx) => {
    const filter = await getFilter(tx, userId, id);
    const others = (await listFilters(tx, userId)).filter((one) => one.id !== id);
    if (name !== undefined) assertFree(others, name);
    await tx.savedFilter.update({
      where: { userId_id: { userId, id } },
      data: { name, ...(view && toColumns({ ...filter.view, ...view })) },
    });
    return getFilter(tx, userId, id);
  });
}

/**
 * Deletes a saved filter; the tasks that it shows stay.
 *
 * @throws AppError `filter_not_found` (404)
 */
export async function deleteFilter(db: Db, userId: string, id: string): Promise<void> {
  const { count } = await db.savedFilter.deleteMany({ where: { userId, id } });
  if (count === 0) throw new AppError("filter_not_found", 404);
}

/**
 * Puts saved filters in an order; those that are not named come after them, as they were.
 *
 * @param ids in their order; those that a person does not have are left out
 */
export function orderFilters(
  db: Db,
  userId: string,
  ids: readonly string[],
): Promise<SavedFilter[]> {
  return inTransaction(db, async (tx) => {
    const all = (await listFilters(tx, userId)).map(({ id }) => id);
    const order = completeOrder(all, ids);
    await query(
      tx,
      Prisma.sql`UPDATE saved_filter SET place = wanted.place - 1
        FROM unnest(${order}::uuid[]) WITH ORDINALITY AS wanted(id, place)
        WHERE saved_filter.user_id = ${userId} AND saved_filter.id = wanted.id`,
    );
    return listFilters(tx, userId);
  });
}

/** Lets the saved filters follow a list, or a label, that gets another name. */
export async function renameInFilters(
  tx: Db,
  userId: string,
  kind: "list" | "label",
  from: string,
  to: string,
): Promise<void> {
  for (const { id, view } of await listFilters(tx, userId)) {
    const next = kind === "list" ? renamedList(view, from, to) : renamedLabel(view, from, to);
    if (next === view) continue;
    await tx.savedFilter.update({ where: { userId_id: { userId, id } }, data: toColumns(next) });
  }
}

const renamedList = (view: ListView, from: string, to: string): ListView =>
  view.category !== null && isSameName(view.category, from) ? { ...view, category: to } : view;

/** A search names a label by one word: one of several has no name there. */
function renamedLabel(view: ListView, from: string, to: string): ListView {
  if (/\s/.test(to) || !view.search.includes("@")) return view;
  const words = view.search.split(/(\s+)/);
  const renamed = words.map((word) =>
    word.startsWith("@") && isSameName(word.slice(1), from) ? `@${to}` : word,
  );
  const search = renamed.join("");
  return search === view.search || search.length > SEARCH_MAX ? view : { ...view, search };
}

const toColumns = ({ priority, ...view }: ListView) => ({
  ...view,
  priority: priority && toStoredPriority(priority),
});

function assertFree(filters: readonly SavedFilter[], name: string): void {
  if (filters.some((one) => isSameName(one.name, name))) throw nameTaken(name);
}
