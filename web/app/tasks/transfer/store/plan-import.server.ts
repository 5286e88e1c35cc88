import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { type DigestField, differing } from "../sources/digests";
import type { SourceName } from "../sources/imported-task";
import type { TaskKey } from "../sources/read-source";

/** What an import will do with each task of its file, by the places of the tasks there. */
export interface ImportPlan {
  /** Tasks that have not come before. */
  fresh: number[];
  /** Tasks that have, and are different in the file now: those fields change. */
  changed: { place: number; number: number; fields: DigestField[] }[];
  /** The numbers of the tasks that have come before and are here, by their places. */
  numbers: Map<number, number>;
  /** How many have come before, and are as they were. */
  same: number;
  /** How many have come before, and are in the trash now: they stay there. */
  trashed: number;
}

interface Known {
  uid: string;
  number: number;
  /** The task that it is a step of here. */
  parent: number | null;
  digests: string;
  trashed: boolean;
}

/**
 * Compares the tasks of a file with those that came from the same source before. A field that a
 * person has changed here since stays, unless it has changed in the file as well.
 */
export async function planImport(
  db: Db,
  userId: string,
  source: SourceName,
  keys: readonly TaskKey[],
): Promise<ImportPlan> {
  const plan: ImportPlan = { fresh: [], changed: [], numbers: new Map(), same: 0, trashed: 0 };
  const uids = keys.map(({ uid }) => uid);
  const rows = await query<Known>(
    db,
    Prisma.sql`
    SELECT uid, task_number AS number, parent_number AS parent, digests, deleted_at IS NOT NULL AS trashed
    FROM imported_task JOIN task ON task.user_id = imported_task.user_id AND number = task_number
    WHERE imported_task.user_id = ${userId} AND source = ${source} AND uid = ANY (${uids}::text[])`,
  );
  const known = new Map(rows.map((row) => [row.uid, row]));
  for (const [place, { uid, digests }] of keys.entries()) {
    const before = known.get(uid);
    if (!before) {
      plan.fresh.push(place);
      continue;
    }
    const fields = differing(before.digests, digests);
    // Steps have none of their own: what is a step here gives new ones to its task.
    if (!before.trashed) plan.numbers.set(place, before.parent ?? before.number);
    if (before.trashed) plan.trashed += 1;
    else if (fields.length === 0) plan.same += 1;
    else plan.changed.push({ place, number: before.number, fields });
  }
  return plan;
}
