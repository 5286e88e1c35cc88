import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";

/**
 * Locks tasks of a person and checks that each still has the version that the person was shown.
 * Deleted tasks are skipped: the change itself reports them.
 *
 * @param tx the transaction that the locks belong to
 * @throws AppError `changed_since` (409), with the numbers of the tasks that changed
 */
export async function assertUnchanged(
  tx: Db,
  userId: string,
  expected: { id: number; version: number }[],
): Promise<void> {
  if (expected.length === 0) return;
  const rows = await tx.$queryRaw<{ number: number; version: number }[]>`
    SELECT number, version FROM task
    WHERE user_id = ${userId} AND number IN (${Prisma.join(expected.map(({ id }) => id))})
      AND deleted_at IS NULL
    ORDER BY number FOR UPDATE`;
  const versions = new Map(expected.map(({ id, version }) => [id, version]));
  const changed = rows.filter(({ number, version }) => versions.get(number) !== version);
  if (changed.length === 0) return;
  const ids = changed.map(({ number }) => `#${number}`).join(", ");
  throw new AppError("changed_since", 409, { values: { ids } });
}
