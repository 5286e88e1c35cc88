import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { FILTERS_MAX } from "#app/tasks/filters/saved-filter";
import { GROUPS_MAX } from "#app/tasks/groups/group";
import { toStoredPriority } from "#app/tasks/task/task-columns";
import type { AccountFile } from "./account-file";

/**
 * Imports what an export says of lists, labels and saved filters. Those of the account stay as they
 * are; what is new comes after them, as far as there is room.
 */
export async function writeNames(
  tx: Db,
  userId: string,
  { lists, labels, filters }: AccountFile["account"],
): Promise<void> {
  for (const [kind, groups] of [
    ["list", lists],
    ["label", labels],
  ] as const) {
    await query(
      tx,
      Prisma.sql`INSERT INTO task_group (user_id, kind, name, colour, archived_at, place)
        SELECT ${userId}, ${kind}, name, color, CASE WHEN archived THEN now() END, place + (
          SELECT COALESCE(max(place) + 1, 0) FROM task_group AS known
          WHERE known.user_id = ${userId} AND known.kind = ${kind})
        FROM jsonb_to_recordset(${JSON.stringify(groups)}::jsonb)
          AS row(name text, color text, archived boolean, place integer)
        LIMIT greatest(0, ${GROUPS_MAX}::integer - (SELECT count(*) FROM task_group AS known
          WHERE known.user_id = ${userId} AND known.kind = ${kind}))
        ON CONFLICT DO NOTHING`,
    );
  }
  const rows = filters.map(({ priority, ...filter }) => ({
    ...filter,
    priority: priority && toStoredPriority(priority),
  }));
  await query(
    tx,
    Prisma.sql`INSERT INTO saved_filter (user_id, name, status, priority, category, search, overdue, place)
      SELECT ${userId}, name, status, priority, category, search, overdue, place + (
        SELECT COALESCE(max(place) + 1, 0) FROM saved_filter AS known WHERE known.user_id = ${userId})
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row(name text, status text,
        priority smallint, category text, search text, overdue boolean, place integer)
      LIMIT greatest(0, ${FILTERS_MAX}::integer - (SELECT count(*) FROM saved_filter AS known
        WHERE known.user_id = ${userId}))
      ON CONFLICT DO NOTHING`,
  );
}
