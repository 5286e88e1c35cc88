import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { byName } from "#app/tasks/groups/names";
import { type Colour, GROUPS_MAX, type Group, type GroupKind } from "./group";

const { sql } = Prisma;

/**
 * All lists, or labels, of a person: those with a place of their own first, then by name, numbers in
 * names by size. A name that tasks use gets its row here, as the first of them writes it.
 */
export async function listGroups(db: Db, userId: string, kind: GroupKind): Promise<Group[]> {
  await addUsedNames(db, userId, kind);
  const rows = await query<GroupRow>(
    db,
    sql`WITH counted AS (
        SELECT lower(name) AS name, count(*)::integer AS total,
          count(*) FILTER (WHERE completed_at IS NULL)::integer AS open
        FROM ${namesOf(kind)} WHERE user_id = ${userId} AND deleted_at IS NULL
        GROUP BY 1
      )
      SELECT id, task_group.name, colour, archived_at IS NOT NULL AS archived, place,
        COALESCE(counted.open, 0) AS open, COALESCE(counted.total, 0) AS total
      FROM task_group LEFT JOIN counted ON counted.name = lower(task_group.name)
      WHERE user_id = ${userId} AND kind = ${kind}`,
  );
  return rows.sort(inOrder).map(({ place: _, ...group }) => group);
}

interface GroupRow extends Omit<Group, "colour"> {
  colour: Colour | null;
  place: number | null;
}

const inOrder = (one: GroupRow, two: GroupRow): number => {
  const places = (one.place ?? GROUPS_MAX) - (two.place ?? GROUPS_MAX);
  return places || byName(one.name, two.name);
};

/** SQL: the names that tasks of a person use, with the columns that count them. */
const namesOf = (kind: GroupKind): Prisma.Sql =>
  kind === "list"
    ? sql`(SELECT user_id, number, category AS name, completed_at, deleted_at FROM task
        WHERE category IS NOT NULL AND parent_number IS NULL) AS used`
    : sql`(SELECT user_id, number, label AS name, completed_at, deleted_at FROM task,
        unnest(labels) AS label) AS used`;

async function addUsedNames(db: Db, userId: string, kind: GroupKind): Promise<void> {
  await query(
    db,
    sql`INSERT INTO task_group (user_id, kind, name)
      SELECT DISTINCT ON (lower(name)) user_id, ${kind}, name FROM ${namesOf(kind)}
      WHERE user_id = ${userId} AND deleted_at IS NULL AND NOT EXISTS (
        SELECT FROM task_group AS known WHERE known.user_id = ${userId} AND known.kind = ${kind}
          AND lower(known.name) = lower(used.name))
      ORDER BY lower(name), number
      LIMIT greatest(0, ${GROUPS_MAX}::integer - (SELECT count(*) FROM task_group AS known
        WHERE known.user_id = ${userId} AND known.kind = ${kind}))
      ON CONFLICT DO NOTHING`,
  );
}

/**
 * Finds a list, or a label, of a person by its id or its name.
 *
 * @throws AppError `list_not_found`, `label_not_found` (404)
 */
export async function getGroup(
  db: Db,
  userId: string,
  kind: GroupKind,
  idOrName: string,
): Promise<Group> {
  const wanted = idOrName.toLowerCase();
  const groups = await listGroups(db, userId, kind);
  const group =
    groups.find(({ id }) => id === wanted) ??
    groups.find(({ name }) => name.toLowerCase() === wanted);
  if (!group) throw groupNotFound(kind);
  return group;
}

/** The error of a list, or label, that is not among a person's. */
export const groupNotFound = (kind: GroupKind): AppError =>
  new AppError(kind === "list" ? "list_not_found" : "label_not_found", 404);
