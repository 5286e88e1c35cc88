import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { STEPS_MAX } from "#app/tasks/task/task";

/**
 * Requires that a person's task may have a step, and locks both so that it stays so until the
 * transaction ends: there is one level of steps.
 *
 * @param id the task that is to be a step; without it a new one
 * @throws AppError `invalid_input` (422) naming `parent_id`
 */
export async function assertParent(
  tx: Db,
  userId: string,
  parentId: number,
  id?: number,
): Promise<void> {
  if (parentId === id) throw refused("the id of another task", parentId);
  // In the order of their numbers, so that two moves cannot deadlock.
  const rows = await query<{ number: number; parentNumber: number | null; deleted: boolean }>(
    tx,
    Prisma.sql`SELECT number, parent_number AS "parentNumber", deleted_at IS NOT NULL AS deleted
      FROM task WHERE user_id = ${userId} AND number = ANY(${[parentId, ...(id ? [id] : [])]}::integer[])
      ORDER BY number FOR NO KEY UPDATE`,
    "lock parent",
  );
  const parent = rows.find(({ number }) => number === parentId);
  if (!parent || parent.deleted) throw refused("the id of a task in your list", parentId);
  if (parent.parentNumber !== null) throw refused("the id of a task that is no step", parentId);
  const siblings = await tx.task.count({
    where: { userId, parentNumber: parentId, deletedAt: null },
  });
  if (siblings >= STEPS_MAX)
    throw refused(`the id of a task that has less than ${STEPS_MAX} steps`, parentId);
  if (id === undefined) return;
  const steps = await tx.task.count({ where: { userId, parentNumber: id, deletedAt: null } });
  if (steps > 0) throw refused("null, as this task has steps itself", parentId);
}

const refused = (expected: string, received: number) =>
  new AppError("invalid_input", 422, {
    field: "parent_id",
    values: { expected, received: String(received) },
  });
