import type { Db } from "#app/platform/database/database";
import type { Task } from "#app/tasks/task/task";
import { fromRow } from "#app/tasks/task/task-row";

/** Days after which the trash removes a task. */
export const TRASH_DAYS = 30;

/** A task in the trash. */
interface TrashedTask extends Task {
  deletedAt: string;
}

/** A page of the trash, last deleted first. */
export interface TrashPage {
  tasks: TrashedTask[];
  /** Pass it as `after` for the next page; null on the last one. */
  nextCursor: number | null;
}

/**
 * Reads a page of a person's trash.
 *
 * @param after number of the last task of the previous page; a task that is not in the trash any
 *   more gives the first page
 */
export async function listTrash(
  db: Db,
  userId: string,
  { limit = 50, after }: { limit?: number; after?: number } = {},
): Promise<TrashPage> {
  const rows = await db.task.findMany({
    where: {
      userId,
      deletedAt: { not: null },
      ...(after && (await comesAfter(db, userId, after))),
    },
    orderBy: [{ deletedAt: "desc" }, { number: "desc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  return {
    tasks: page.map((row) => ({ ...fromRow(row), deletedAt: row.deletedAt?.toISOString() ?? "" })),
    nextCursor: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
  };
}

async function comesAfter(db: Db, userId: string, number: number) {
  const last = await db.task.findFirst({ where: { userId, number, deletedAt: { not: null } } });
  if (!last?.deletedAt) return {};
  const { deletedAt } = last;
  return { OR: [{ deletedAt: { lt: deletedAt } }, { deletedAt, number: { lt: number } }] };
}
