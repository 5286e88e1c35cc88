import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { Prisma } from "#app/platform/generated/client";
import { jsonColumn, TASK_CHANGED_CHANNEL } from "./change-task.server";
import { assertParent } from "./steps/assert-parent.server";
import type { Actor, Task } from "./task";
import { NEW_ROW, toColumns, withRepeat } from "./task-columns";
import type { NewTask } from "./task-input";
import { taskQuota, tasksFull } from "./task-quota";
import { fromRow } from "./task-row";
import { toWire } from "./wire-task";

/**
 * Creates a task under the person's next number.
 *
 * @param input validated by `taskFields`
 * @param previousNumber the occurrence of a recurring task that it succeeds
 * @returns the task as it was written
 * @throws AppError `tasks_full` (422); `invalid_input` (422) for a parent that can have no step
 */
export function createTask(
  db: Db,
  actor: Actor,
  input: NewTask,
  previousNumber: number | null = null,
): Promise<Task> {
  const { parentId } = input;
  if (parentId) {
    // The task that it is a step of stays what it is until the step is there.
    return inTransaction(db, async (tx) => {
      await assertParent(tx, actor.userId, parentId);
      return insertTask(tx, actor, input, previousNumber);
    });
  }
  return insertTask(db, actor, input, previousNumber);
}

async function insertTask(
  db: Db,
  actor: Actor,
  input: NewTask,
  previousNumber: number | null,
): Promise<Task> {
  const columns = { ...NEW_ROW, ...withRepeat(toColumns(input), NEW_ROW, actor.timeZone) };
  const now = new Date();
  const task = fromRow({ ...columns, number: 0, createdAt: now, updatedAt: now });
  // One round trip: it takes the number, writes the task and its history, and notifies open lists
  // at the commit. Only the number comes from the database. A person with fewer numbers than the
  // quota cannot have more tasks, and only others are counted.
  const rows = await query<{ number: number }>(
    db,
    Prisma.sql`
    WITH numbered AS (
      UPDATE "user" SET last_task_number = last_task_number + 1
      WHERE id = ${actor.userId} AND CASE
        WHEN last_task_number < ${taskQuota()}::integer THEN true
        ELSE (SELECT count(*) FROM task WHERE user_id = ${actor.userId}) < ${taskQuota()}::integer
      END RETURNING last_task_number AS number
    ), created AS (
      INSERT INTO task (user_id, number, title, description, priority, category, labels, parent_number,
        position, due_at, due_has_time, duration_minutes, recurrence, recurrence_from, recurrence_except, time_zone, reminders,
        series_at, series_has_time, previous_number, created_at, updated_at)
      SELECT ${actor.userId}, number, ${columns.title}, ${columns.description},
        ${columns.priority}::smallint, ${columns.category}::text, ${columns.labels}::text[],
        ${columns.parentNumber}::integer, ${columns.position}::text, ${columns.dueAt}::timestamptz,
        ${columns.dueHasTime}::boolean, ${columns.durationMinutes}::integer,
        ${columns.recurrence}::text, ${columns.recurrenceFrom}::text,
        ${columns.recurrenceExcept}::text[], ${columns.timeZone}::text,
        ${jsonColumn(columns.reminders)}::jsonb,
        ${columns.seriesAt}::timestamptz, ${columns.seriesHasTime}::boolean,
        ${previousNumber}::integer, ${now}::timestamptz, ${now}::timestamptz
      FROM numbered
    ), recorded AS (
      INSERT INTO task_change (user_id, task_number, actor, run_id, client, reverts, action, after)
      SELECT ${actor.userId}, number, ${actor.by}, ${actor.runId ?? null}::uuid, ${actor.client ?? null}::text,
        ${actor.reverts ?? null}::uuid, 'created',
        ${JSON.stringify(toWire(task))}::jsonb || jsonb_build_object('id', number)
      FROM numbered
    )
    SELECT number, pg_notify(${TASK_CHANGED_CHANNEL}::text, ${actor.userId}::text)::text FROM numbered`,
    "create task",
  );
  if (!rows[0]) throw tasksFull();
  return { ...task, id: rows[0].number };
}
