import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import type { SavedFilter as Row } from "#app/platform/generated/client";
import { byName } from "#app/tasks/groups/names";
import type { StatusFilter } from "#app/tasks/list/list-view";
import { fromStoredPriority } from "#app/tasks/task/task-columns";
import { FILTERS_MAX, type SavedFilter } from "./saved-filter";

/** A saved filter with its place among others; null behind those that have one. */
export interface PlacedFilter extends SavedFilter {
  place: number | null;
}

/** All saved filters of a person: those with a place of their own first, then by name. */
export async function listFilters(db: Db, userId: string): Promise<PlacedFilter[]> {
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

const fromRow = ({ id, name, place, status, priority, category, ...rest }: Row): PlacedFilter => ({
  id,
  name,
  place,
  view: {
    status: status as StatusFilter,
    priority: (priority !== null && fromStoredPriority(priority)) || null,
    category,
    search: rest.search,
    overdue: rest.overdue,
  },
});
