import type { Db } from "#app/platform/database/database";
import { lockName } from "#app/platform/database/lock";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { renameInFilters } from "#app/tasks/filters/change-filter.server";
import { nameTaken } from "#app/tasks/groups/name-taken.server";
import { isSameName } from "#app/tasks/groups/names";
import { completeOrder } from "#app/tasks/groups/order";
import type { Actor } from "#app/tasks/task/task";
import { type Colour, GROUPS_MAX, type Group, type GroupKind, type Leftover } from "./group";
import { getGroup, groupNotFound, listGroups } from "./list-groups.server";
import { renameInTasks, trashTasks } from "./rename-in-tasks.server";

/** Timeout of a change that reaches every task, in milliseconds: 100,000 take most of a minute. */
const CHANGE_MS = 300_000;

/** What a person may set of a list or a label. */
export interface GroupChange {
  name?: string;
  colour?: Colour | null;
  archived?: boolean;
}

/**
 * Makes a list or a label.
 *
 * @throws AppError `name_taken` (409); `groups_full` (422)
 */
export function createGroup(
  db: Db,
  userId: string,
  kind: GroupKind,
  { name, colour = null }: GroupChange & { name: string },
): Promise<Group> {
  return inTransaction(db, async (tx) => {
    await lockName(tx, `groups ${userId}`);
    const groups = await listGroups(tx, userId, kind);
    if (groups.length >= GROUPS_MAX)
      throw new AppError("groups_full", 422, { values: { max: GROUPS_MAX } });
    const rows = await query<{ id: string }>(
      tx,
      Prisma.sql`INSERT INTO task_group (user_id, kind, name, colour)
        VALUES (${userId}, ${kind}, ${name}, ${colour}) ON CONFLICT DO NOTHING RETURNING id`,
    );
    if (!rows[0]) throw nameTaken(name);
    return { id: rows[0].id, name, colour, archived: false, open: 0, total: 0 };
  });
}

/**
 * Changes a list or a label; a new name is that of all its tasks from then on.
 *
 * @throws AppError `list_not_found`, `label_not_found` (404); `name_taken` (409)
 */
export function updateGroup(
  db: Db,
  actor: Actor,
  kind: GroupKind,
  id: string,
  { name, colour, archived }: GroupChange,
): Promise<Group> {
  const { userId } = actor;
  return inTransaction(
    db,
    async (tx) => {
      const groups = await listGroups(tx, userId, kind);
      const group = groups.find((one) => one.id === id);
      if (!group) throw groupNotFound(kind);
      const isTaken = groups.some((one) => one.id !== id && isSameName(one.name, name ?? ""));
      if (name !== undefined && isTaken) throw nameTaken(name);
      await tx.taskGroup.update({
        where: { userId_id: { userId, id } },
        data: {
          name,
          colour,
          ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
        },
      });
      if (name !== undefined && name !== group.name) {
        await renameInTasks(tx, actor, kind, group.name, name);
        await renameInFilters(tx, userId, kind, group.name, name);
      }
      return getGroup(tx, userId, kind, id);
    },
    CHANGE_MS,
  );
}

/**
 * Deletes a list or a label. Its tasks stay without it, go to the trash, or go to another one, which
 * is to merge the two.
 *
 * @throws AppError `list_not_found`, `label_not_found` (404), also for the other one
 */
export function deleteGroup(
  db: Db,
  actor: Actor,
  kind: GroupKind,
  id: string,
  leftover: Leftover,
): Promise<void> {
  const { userId } = actor;
  return inTransaction(
    db,
    async (tx) => {
      const { name } = await getGroup(tx, userId, kind, id);
      if (leftover.to === "trash") await trashTasks(tx, actor, kind, name);
      const into =
        leftover.to === "group" ? await getGroup(tx, userId, kind, leftover.id) : undefined;
      // Into itself: nothing is to be done.
      if (into?.id === id) return;
      await renameInTasks(tx, actor, kind, name, into?.name ?? null);
      if (into) await renameInFilters(tx, userId, kind, name, into.name);
      await tx.taskGroup.delete({ where: { userId_id: { userId, id } } });
    },
    CHANGE_MS,
  );
}

/**
 * Puts lists or labels in an order; those that are not named come after them, as they were.
 *
 * @param ids in their order; those that a person does not have are left out
 */
export function orderGroups(
  db: Db,
  userId: string,
  kind: GroupKind,
  ids: readonly string[],
): Promise<Group[]> {
  return inTransaction(db, async (tx) => {
    const all = (await listGroups(tx, userId, kind)).map(({ id }) => id);
    const order = completeOrder(all, ids);
    await query(
      tx,
      Prisma.sql`UPDATE task_group SET place = wanted.place - 1
        FROM unnest(${order}::uuid[]) WITH ORDINALITY AS wanted(id, place)
        WHERE task_group.user_id = ${userId} AND task_group.id = wanted.id`,
    );
    return listGroups(tx, userId, kind);
  });
}
