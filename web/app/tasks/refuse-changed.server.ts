import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";

/**
 * Locks tasks of a person that are to be changed as they were shown, and refuses if one is not
 * like that any more. Tasks that are gone are left to whoever changes them.
 *
 * @throws AppError `changed_since` (409)
 */
export async function refuseChanged(
  tx: Db,
  userId: string,
  shown: { id: number; version: number }[],
): Promise<void> {
  if (shown.length === 0) return;
  const rows = await tx.$queryRaw<{ number: number; version: number }[]>`
    SELECT number, version FROM task
    WHERE user_id = ${userId} AND number IN (${Prisma.join(shown.map(({ id }) => id))})
      AND deleted_at IS NULL
    ORDER BY number FOR UPDATE`;
  const versions = new Map(shown.map(({ id, version }) => [id, version]));
  const changed = rows.filter(({ number, version }) => versions.get(number) !== version);
  if (changed.length === 0) return;
  const ids = changed.map(({ number }) => `#${number}`).join(", ");
  throw new AppError("changed_since", 409, { values: { ids } });
}
