import type { Db } from "#app/platform/database/database";
import { isAppError } from "#app/platform/errors";
import { movedInOrder } from "#app/tasks/groups/order";
import { viewHref } from "#app/tasks/list/list-view";
import { createFilter, deleteFilter, orderFilters, updateFilter } from "./change-filter.server";
import { filterName } from "./filter-fields";
import type { FilterFailure, FilterForm } from "./filter-form";
import { listFilters } from "./list-filters.server";
import { viewOf } from "./saved-filter";

const PROBLEMS: Partial<Record<string, FilterFailure["problem"]>> = {
  name_taken: "filterTaken",
  filters_full: "filtersFull",
  filter_not_found: "gone",
};

/**
 * Handles one form about saved filters.
 *
 * @returns what is wrong with it; or the address to go to
 */
export async function actOnFilters(
  db: Db,
  userId: string,
  form: FilterForm,
): Promise<FilterFailure | { to: string }> {
  const { intent: _, ...about } = form;
  try {
    return { to: await write(db, userId, form) };
  } catch (error) {
    const problem =
      error instanceof InvalidName ? "invalid" : isAppError(error) && PROBLEMS[error.code];
    if (!problem) throw error;
    return { ...about, problem };
  }
}

class InvalidName extends Error {}

function readName(text: string): string {
  const name = filterName.safeParse(text);
  if (!name.success) throw new InvalidName();
  return name.data;
}

async function write(db: Db, userId: string, form: FilterForm): Promise<string> {
  switch (form.intent) {
    case "create": {
      const view = viewOf(form.view);
      await createFilter(db, userId, { name: readName(form.name), view });
      return viewHref(view);
    }
    case "change":
      await updateFilter(db, userId, form.id, { name: readName(form.name) });
      break;
    case "delete":
      await deleteFilter(db, userId, form.id);
      break;
    case "move": {
      const ids = (await listFilters(db, userId)).map(({ id }) => id);
      const order = movedInOrder(ids, form.id, form.by);
      if (order) await orderFilters(db, userId, order);
    }
  }
  return "/lists";
}
