import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { isSameName } from "#app/tasks/groups/names";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { fromRow, TASK_COLUMNS, type TaskColumns } from "#app/tasks/task/task-row";
import { toWire } from "#app/tasks/task/wire-task";
import type { GroupKind } from "./group";

const { sql } = Prisma;

/** Tasks that are changed at a time: some milliseconds of work. */
const BATCH_ROWS = 250;

/** SQL: the task has a list, or a label, of a name, however it is written. */
const isIn = (kind: GroupKind, name: string): Prisma.Sql =>
  kind === "list"
    ? sql`lower(category) = lower(${name})`
    : sql`lower(${name}) IN (SELECT lower(label) FROM unnest(labels) AS label)`;

/**
 * Gives all tasks of a list, or of a label, another name of it, those in the trash too. Each is a
 * change of its task, in its history and its version.
 *
 * @param to null takes it away
 */
export async function renameInTasks(
  tx: Db,
  actor: Actor,
  kind: GroupKind,
  from: string,
  to: string | null,
): Promise<void> {
  const { userId } = actor;
  const now = new Date();
  for (let last = 0; ; ) {
    const rows = await query<TaskColumns>(
      tx,
      sql`SELECT ${TASK_COLUMNS} FROM task WHERE user_id = ${userId} AND ${isIn(kind, from)}
        AND number > ${last}::integer ORDER BY number LIMIT ${BATCH_ROWS} FOR UPDATE`,
    );
    const changes = rows.map((row) => {
      const before = fromRow(row);
      const after: Task = {
        ...before,
        ...renamed(before, kind, from, to),
        version: before.version + 1,
        updatedAt: now.toISOString(),
      };
      return { before: toWire(before), after: toWire(after) };
    });
    if (changes.length > 0) await writeChanges(tx, actor, now, JSON.stringify(changes));
    if (rows.length < BATCH_ROWS) break;
    last = rows.at(-1)?.number ?? last;
  }
  await query(tx, sql`SELECT pg_notify(${TASK_CHANGED_CHANNEL}::text, ${userId}::text)::text`);
}

function renamed(
  { labels }: Task,
  kind: GroupKind,
  from: string,
  to: string | null,
): Pick<Task, "category"> | Pick<Task, "labels"> {
  if (kind === "list") return { category: to };
  const names = labels.flatMap((label) => {
    if (!isSameName(label, from)) return [label];
    return to === null ? [] : [to];
  });
  // A task that has both keeps one.
  return {
    labels: names.filter((one, at) => !names.slice(0, at).some((other) => isSameName(one, other))),
  };
}

async function writeChanges(tx: Db, actor: Actor, now: Date, json: string): Promise<void> {
  await query(
    tx,
    sql`WITH wanted AS (
        SELECT (after ->> 'id')::integer AS number, before, after
        FROM jsonb_to_recordset(${json}::jsonb) AS row(before jsonb, after jsonb)
      ), changed AS (
        UPDATE task SET category = after ->> 'category',
          labels = ARRAY(SELECT jsonb_array_elements_text(after -> 'labels')),
          version = version + 1, updated_at = ${now}
        FROM wanted WHERE task.user_id = ${actor.userId} AND task.number = wanted.number
      )
      INSERT INTO task_change (user_id, task_number, actor, run_id, action, before, after)
      SELECT ${actor.userId}, number, ${actor.by}, ${actor.runId ?? null}::uuid, 'updated',
        before, after
      FROM wanted ORDER BY number`,
  );
}

/** Moves the tasks of a list, or of a label, to the trash. */
export async function trashTasks(
  tx: Db,
  actor: Actor,
  kind: GroupKind,
  name: string,
): Promise<void> {
  const rows = await query<{ number: number }>(
    tx,
    sql`SELECT number FROM task WHERE user_id = ${actor.userId} AND deleted_at IS NULL
      AND ${isIn(kind, name)} AND parent_number IS NULL ORDER BY number FOR UPDATE`,
  );
  for (const { number } of rows) await deleteTask(tx, actor, number);
}
