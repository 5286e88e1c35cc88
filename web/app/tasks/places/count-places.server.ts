import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { listFilters } from "#app/tasks/filters/list-filters.server";
import { type Colour, GROUPS_MAX } from "#app/tasks/groups/group";
import { byName } from "#app/tasks/groups/names";
import { viewHref } from "#app/tasks/list/list-view";
import { isDueUntil } from "#app/tasks/list/task-filter.server";
import { today } from "#app/tasks/task/due-date";

const { sql } = Prisma;

/** Most lists beside the places; the page of all tasks has the rest. */
const LISTS_MAX = 50;

/** What the navigation shows beside the places. */
export interface PlaceCounts {
  /** Open tasks that are due today or were before. */
  today: number;
  /** Lists that are not archived with their open tasks, in the order of the person. */
  lists: { name: string; colour: Colour | null; open: number }[];
  /** Saved filters with their addresses, in the order of the person. */
  filters: { id: string; name: string; href: string }[];
}

/** Counts what waits in the places of a person; "today" is by `timeZone` (IANA). */
export async function countPlaces(
  db: Db,
  { id, timeZone }: { id: string; timeZone: string },
  now = new Date(),
): Promise<PlaceCounts> {
  const [due, lists, filters] = await Promise.all([
    query<{ count: number }>(
      db,
      sql`SELECT count(*)::integer AS count FROM task
        WHERE user_id = ${id} AND deleted_at IS NULL AND completed_at IS NULL
          AND ${isDueUntil(today(now, timeZone), timeZone)}`,
    ),
    query<{ name: string; colour: Colour | null; open: number; place: number | null }>(
      db,
      // Counted first, by an index: what follows is once a list, not once a task.
      sql`WITH counted AS (
          SELECT category, count(*) AS open FROM task
          WHERE user_id = ${id} AND deleted_at IS NULL AND completed_at IS NULL
            AND category IS NOT NULL AND parent_number IS NULL
          GROUP BY category
        )
        SELECT COALESCE(task_group.name, min(category)) AS name, colour, place,
          sum(open)::integer AS open
        FROM counted LEFT JOIN task_group ON task_group.user_id = ${id} AND kind = 'list'
          AND lower(task_group.name) = lower(category)
        WHERE archived_at IS NULL
        GROUP BY lower(category), task_group.name, colour, place
        ORDER BY 4 DESC, 1 LIMIT ${LISTS_MAX}`,
    ),
    listFilters(db, id),
  ]);
  const inOrder = lists.sort(
    (one, two) =>
      (one.place ?? GROUPS_MAX) - (two.place ?? GROUPS_MAX) || byName(one.name, two.name),
  );
  return {
    today: due[0]?.count ?? 0,
    lists: inOrder.map(({ name, colour, open }) => ({ name, colour, open })),
    filters: filters.map(({ id, name, view }) => ({ id, name, href: viewHref(view) })),
  };
}
