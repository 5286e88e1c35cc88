import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { type Action, TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import type { Actor } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";
import { toWire } from "#app/tasks/task/wire-task";

const { sql } = Prisma;

/** Tasks that are changed at a time: some milliseconds of work. */
const BATCH_ROWS = 250;

/** One change of many tasks of a person. */
interface ManyChange {
  action: Action;
  /** SQL: which tasks. */
  where: Prisma.Sql;
  /** SQL: what is set; `before` and `after` are the task as JSON. */
  set: Prisma.Sql;
  /** What the history says of a task then. */
  change?: (row: TaskColumns) => Partial<TaskColumns>;
}

/**
 * Changes many tasks of a person alike, each with a version and a line of history of its own, in as
 * many statements as it takes to hold up nobody: one by one, a list of 20,000 takes minutes.
 *
 * @param tx a transaction, which locks them
 * @returns their numbers
 */
export async function changeTasks(
  tx: Db,
  actor: Actor,
  { action, where, set, change = () => ({}) }: ManyChange,
): Promise<number[]> {
  const { userId } = actor;
  const updatedAt = new Date();
  const changed: number[] = [];
  for (let last = 0; ; ) {
    const rows = await query<TaskColumns>(
      tx,
      sql`SELECT ${TASK_COLUMNS} FROM task WHERE user_id = ${userId} AND ${where}
        AND number > ${last}::integer ORDER BY number LIMIT ${BATCH_ROWS} FOR UPDATE`,
    );
    const changes = rows.map((row) => {
      const after = { ...row, ...change(row), version: row.version + 1, updatedAt };
      return { before: toWire(fromRow(row)), after: toWire(fromRow(after)) };
    });
    if (changes.length > 0)
      await query(
        tx,
        sql`WITH wanted AS (
            SELECT (after ->> 'id')::integer AS number, before, after
            FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
              AS row(before jsonb, after jsonb)
          ), changed AS (
            UPDATE task SET ${set}, version = version + 1, updated_at = ${updatedAt}
            FROM wanted WHERE task.user_id = ${userId} AND task.number = wanted.number
          )
          INSERT INTO task_change (user_id, task_number, actor, run_id, client, reverts, action,
            before, after)
          SELECT ${userId}, number, ${actor.by}, ${actor.runId ?? null}::uuid,
            ${actor.client ?? null}::text, ${actor.reverts ?? null}::uuid, ${action}, before, after
          FROM wanted ORDER BY number`,
      );
    changed.push(...rows.map(({ number }) => number));
    if (rows.length < BATCH_ROWS) break;
    last = rows.at(-1)?.number ?? last;
  }
  if (changed.length > 0)
    await query(tx, sql`SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, ${userId}::text)::text`);
  return changed;
}
