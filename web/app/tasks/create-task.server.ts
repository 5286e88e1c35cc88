import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import { TASK_CHANGED_CHANNEL } from "./change-task.server";
import { type Actor, type Task, toWire } from "./task";
import type { NewTask } from "./task-input";
import { fromRow, NEW_ROW, seriesColumns, toColumns } from "./task-row";

/**
 * Creates a task under the person's next number.
 *
 * @param input validated by `taskFields`
 * @param previousNumber the occurrence it follows
 */
export async function createTask(
  db: Db,
  actor: Actor,
  input: NewTask,
  previousNumber: number | null = null,
): Promise<Task> {
  const columns = { ...NEW_ROW, ...toColumns(input) };
  const series = { ...NEW_ROW, ...seriesColumns(columns, NEW_ROW) };
  const now = new Date();
  const task = fromRow({ ...columns, number: 0, createdAt: now, updatedAt: now });
  // One statement: it takes the number, writes the task and its history, and tells open lists at
  // the commit. The number is all that only the database knows.
  const rows = await query<{ number: number }>(
    db,
    Prisma.sql`
    WITH numbered AS (
      UPDATE "user" SET last_task_number = last_task_number + 1
      WHERE id = ${actor.userId} RETURNING last_task_number AS number
    ), created AS (
      INSERT INTO task (user_id, number, title, description, priority, category, due_at, due_has_time,
        recurrence, series_at, series_has_time, previous_number, created_at, updated_at)
      SELECT ${actor.userId}, number, ${columns.title}, ${columns.description},
        ${columns.priority}::smallint, ${columns.category}::text, ${columns.dueAt}::timestamptz,
        ${columns.dueHasTime}::boolean, ${columns.recurrence}::text, ${series.seriesAt}::timestamptz,
        ${series.seriesHasTime}::boolean, ${previousNumber}::integer, ${now}::timestamptz,
        ${now}::timestamptz
      FROM numbered
    ), kept AS (
      INSERT INTO task_change (user_id, task_number, actor, run_id, action, after)
      SELECT ${actor.userId}, number, ${actor.by}, ${actor.runId ?? null}::uuid, 'created',
        ${JSON.stringify(toWire(task))}::jsonb || jsonb_build_object('id', number)
      FROM numbered
    )
    SELECT number, pg_notify(${TASK_CHANGED_CHANNEL}::text, ${actor.userId}::text)::text FROM numbered`,
    "create task",
  );
  if (!rows[0]) throw new Error(`person ${actor.userId} is gone`);
  return { ...task, id: rows[0].number };
}
