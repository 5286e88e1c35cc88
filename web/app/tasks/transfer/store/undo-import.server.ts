import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { fieldsOf, readSnapshot } from "#app/tasks/history/task-snapshot";
import { changeTask } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import type { Actor } from "#app/tasks/task/task";
import { toColumns, withRepeat } from "#app/tasks/task/task-columns";
import { notifyLists, WRITE_MS } from "../import-tasks.server";

/** What undoing an import has done. */
export interface UndoneImport {
  /** Tasks that it had made, and that are gone as if they had never come. */
  removed: number;
  /** Tasks that it had made, and that a person has changed since: they are in the trash. */
  trashed: number;
  /** Tasks that it had changed, and that are as they were before. */
  restored: number;
  /** Tasks that it had changed, and that a person has changed since: they stay as they are. */
  kept: number;
}

interface Came {
  number: number;
  source: string;
  uid: string;
  untouched: boolean;
  trashed: boolean;
}

/**
 * Undoes an import as a whole. What nobody has touched since is as it was before; what somebody has is
 * never lost.
 *
 * @throws AppError `nothing_to_undo` (404) for an import that is not the person's, or was undone
 */
export function undoImport(db: Db, actor: Actor, importId: string): Promise<UndoneImport> {
  const { userId } = actor;
  const work = async (tx: Db): Promise<UndoneImport> => {
    const [found] = await query(
      tx,
      Prisma.sql`SELECT id FROM task_import WHERE id = ${importId}::uuid AND user_id = ${userId} FOR UPDATE`,
    );
    if (!found) throw new AppError("nothing_to_undo", 404);
    const changed = await restoreChanged(tx, actor, importId);
    const made = await removeMade(tx, actor, importId);
    await query(
      tx,
      Prisma.sql`DELETE FROM task_import WHERE id = ${importId}::uuid AND user_id = ${userId}`,
    );
    await notifyLists(tx, userId);
    return { ...changed, ...made };
  };
  return inTransaction(db, work, WRITE_MS);
}

/** The tasks that an import made or changed, and whether a person has changed them since. */
const tasksOf = (tx: Db, userId: string, by: Prisma.Sql): Promise<Came[]> =>
  query<Came>(
    tx,
    Prisma.sql`
    SELECT number, source, uid, task.version = came.version AS untouched,
      deleted_at IS NOT NULL AS trashed
    FROM imported_task AS came JOIN task ON task.user_id = came.user_id AND number = task_number
    WHERE came.user_id = ${userId} AND ${by} ORDER BY number`,
  );

async function removeMade(tx: Db, actor: Actor, importId: string) {
  const { userId } = actor;
  const by = Prisma.sql`made_by = ${importId}::uuid`;
  const gone = await query(
    tx,
    Prisma.sql`
    WITH gone AS (
      DELETE FROM task USING imported_task AS came
      WHERE came.user_id = ${userId} AND ${by} AND task.user_id = ${userId}
        AND number = task_number AND task.version = came.version AND deleted_at IS NULL
      RETURNING number
    ), history AS (
      DELETE FROM task_change USING gone WHERE user_id = ${userId} AND task_number = gone.number
    )
    SELECT number FROM gone`,
  );
  const touched = await tasksOf(tx, userId, by);
  for (const { number, trashed } of touched) if (!trashed) await deleteTask(tx, actor, number);
  // The same file brings them anew.
  await query(tx, Prisma.sql`DELETE FROM imported_task WHERE user_id = ${userId} AND ${by}`);
  return { removed: gone.length, trashed: touched.filter(({ trashed }) => !trashed).length };
}

async function restoreChanged(tx: Db, actor: Actor, importId: string) {
  const { userId } = actor;
  let [restored, kept] = [0, 0];
  for (const { number, source, uid, untouched, trashed } of await tasksOf(
    tx,
    userId,
    Prisma.sql`changed_by = ${importId}::uuid AND made_by IS DISTINCT FROM ${importId}::uuid`,
  )) {
    const version = untouched && !trashed ? await restore(tx, actor, number) : null;
    if (version === null) kept += 1;
    else restored += 1;
    await query(
      tx,
      Prisma.sql`
      UPDATE imported_task SET digests = COALESCE(digests_before, digests), digests_before = NULL,
        changed_by = NULL, version = COALESCE(${version}::integer, version)
      WHERE user_id = ${userId} AND source = ${source} AND uid = ${uid}`,
    );
  }
  return { restored, kept };
}

/** Gives a task the fields that it had before its last change. */
async function restore(tx: Db, actor: Actor, number: number): Promise<number | null> {
  const last = await tx.taskChange.findFirst({
    where: { userId: actor.userId, taskNumber: number },
    orderBy: { id: "desc" },
  });
  const before = readSnapshot(last?.before);
  if (!before) return null;
  const at = before.completed_at;
  const { version } = await changeTask(tx, actor, number, (row) => ({
    action: "updated",
    columns: {
      ...withRepeat(toColumns(fieldsOf(before)), row, actor.timeZone),
      ...(at !== undefined && { completedAt: at === null ? null : new Date(at) }),
    },
  }));
  return version;
}
