import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { Prisma, type Task as Row } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { type Actor, type Task, toWire } from "./task";
import { fromRow } from "./task-row";

/** What happened to a task, as its history names it. */
export type Action = "created" | "updated" | "completed" | "reopened" | "deleted" | "restored";

/**
 * The row of a person's task, locked until the transaction ends, so that two edits follow one
 * another instead of crossing.
 *
 * @throws AppError `task_not_found` (404) when it is not theirs, in the trash (or, with
 *   `inTrash`, not in it), or never was
 */
export async function lockTask(tx: Db, userId: string, id: number, inTrash = false): Promise<Row> {
  await query(
    tx,
    Prisma.sql`SELECT 1 FROM task WHERE user_id = ${userId} AND number = ${id} FOR UPDATE`,
  );
  const row = await tx.task.findUnique({ where: { userId_number: { userId, number: id } } });
  if (!row || (row.deletedAt !== null) !== inTrash) throw taskNotFound(id);
  return row;
}

/** The error for a number that names no task of this person. */
export function taskNotFound(id: number): AppError {
  return new AppError("task_not_found", 404, { values: { id } });
}

/** Writes the changed columns of a locked task, counts its version and keeps its history. */
export async function writeChange(
  tx: Db,
  actor: Actor,
  before: Row,
  columns: Prisma.TaskUncheckedUpdateInput,
  action: Action,
): Promise<Task> {
  const after = await tx.task.update({
    where: { userId_number: { userId: actor.userId, number: before.number } },
    data: { ...columns, version: before.version + 1, updatedAt: new Date() },
  });
  await recordChange(tx, actor, before.number, action, fromRow(before), fromRow(after));
  return fromRow(after);
}

/** Channel on which a person's id tells who shows their list to look again. */
export const TASK_CHANGED_CHANNEL = "task_changed";

/** Keeps what happened: history and undo come from here. Open lists hear of it at the commit. */
export async function recordChange(
  tx: Db,
  actor: Actor,
  taskNumber: number,
  action: Action,
  before: Task | null,
  after: Task | null,
): Promise<void> {
  // One statement: it keeps the change and sends the notice.
  await query(
    tx,
    Prisma.sql`
    WITH kept AS (
      INSERT INTO task_change (user_id, task_number, actor, run_id, action, before, after)
      VALUES (${actor.userId}, ${taskNumber}, ${actor.by}, ${actor.runId ?? null}::uuid, ${action},
        ${json(before)}::jsonb, ${json(after)}::jsonb)
      RETURNING user_id
    )
    SELECT pg_notify(${TASK_CHANGED_CHANNEL}, user_id)::text FROM kept`,
  );
}

function json(task: Task | null): string | null {
  return task && JSON.stringify(toWire(task));
}
