import type { Db } from "#app/platform/database";
import type { Task } from "./task";
import { fromRow } from "./task-row";

/** How long the trash keeps a task. */
export const TRASH_DAYS = 30;

/** A task in the trash. */
interface TrashedTask extends Task {
  deletedAt: string;
}

/** One page of the trash, last deleted first. */
export interface TrashPage {
  tasks: TrashedTask[];
  /** Number of the task that the next page comes after; null at the end. */
  nextCursor: number | null;
}

/**
 * A page of a person's trash.
 *
 * @param after number of the last task of the page before; one that has left the trash since
 *   begins from the start
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
