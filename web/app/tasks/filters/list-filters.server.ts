import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import type { SavedFilter as Row } from "#app/platform/generated/client";
import { byName } from "#app/tasks/groups/names";
import type { StatusFilter } from "#app/tasks/list/list-view";
import { PRIORITIES } from "#app/tasks/task/task";
import { FILTERS_MAX, type SavedFilter } from "./saved-filter";

/** All saved filters of a person: those with a place of their own first, then by name. */
export async function listFilters(db: Db, userId: string): Promise<SavedFilter[]> {
  const rows = await db.savedFilter.findMany({ where: { userId }, take: FILTERS_MAX });
  return rows.sort(inOrder).map(fromRow);
}

/**
 * Finds a saved filter of a person by its id or its name.
 *
 * @throws AppError `filter_not_found` (404)
 */
export async function getFilter(db: Db, userId: string, idOrName: string): Promise<SavedFilter> {
  const wanted = idOrName.toLowerCase();
  const filters = await listFilters(db, userId);
  const filter =
    filters.find(({ id }) => id === wanted) ??
    filters.find(({ name }) => name.toLowerCase() === wanted);
  if (!filter) throw new AppError("filter_not_found", 404);
  return filter;
}

const inOrder = (one: Row, two: Row): number =>
  (one.place ?? FILTERS_MAX) - (two.place ?? FILTERS_MAX) || byName(one.name, two.name);

const fromRow = ({ id, name, status, priority, category, search, overdue }: Row): SavedFilter => ({
  id,
  name,
  view: {
    status: status as StatusFilter,
    priority: (priority !== null && PRIORITIES[priority - 1]) || null,
    category,
    search,
    overdue,
  },
});
