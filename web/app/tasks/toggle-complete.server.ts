import type { Db } from "#app/platform/database";
import type { Task as Row } from "#app/platform/generated/client";
import { inTransaction } from "#app/platform/transaction";
import { lockTask, recordChange, writeChange } from "./change-task.server";
import { createTask } from "./create-task.server";
import { formatDue, today } from "./due-date";
import { nextOccurrence } from "./recurrence";
import type { Actor, Task } from "./task";
import { fromRow } from "./task-row";

/**
 * Completes an open task or reopens a completed one. Completing a recurring task makes the one
 * that follows; reopening it removes the follower if nobody touched it.
 *
 * @param completed the state wanted; without it the task toggles. The state it has already
 *   changes nothing.
 * @throws AppError `task_not_found` (404)
 */
export function toggleComplete(
  db: Db,
  actor: Actor,
  id: number,
  completed?: boolean,
): Promise<Task> {
  return inTransaction(db, async (tx) => {
    const row = await lockTask(tx, actor.userId, id);
    const wanted = completed ?? row.completedAt === null;
    if (wanted === (row.completedAt !== null)) return fromRow(row);
    const now = new Date();
    if (wanted) {
      const task = await writeChange(tx, actor, row, { completedAt: now }, "completed");
      await makeSuccessor(tx, actor, row, task, now);
      return task;
    }
    await removeSuccessor(tx, actor, row);
    return writeChange(tx, actor, row, { completedAt: null }, "reopened");
  });
}

async function makeSuccessor(tx: Db, actor: Actor, row: Row, task: Task, now: Date): Promise<void> {
  if (!task.recurrence || (await findSuccessor(tx, actor.userId, task.id))) return;
  const day = today(now, actor.timeZone);
  const seriesAt = formatDue({ dueAt: row.seriesAt, dueHasTime: row.seriesHasTime });
  const occurrence = { dueAt: task.dueAt, seriesAt };
  const next = nextOccurrence(task.recurrence, occurrence, actor.timeZone, day);
  if (!next) return;
  const { title, description, priority, category } = task;
  await createTask(tx, actor, { title, description, priority, category, ...next }, task.id);
}

async function removeSuccessor(tx: Db, actor: Actor, row: Row): Promise<void> {
  const successor = await findSuccessor(tx, actor.userId, row.number);
  if (!successor || successor.version > 1) return;
  await tx.task.delete({
    where: { userId_number: { userId: actor.userId, number: successor.number } },
  });
  await recordChange(tx, actor, successor.number, "deleted", fromRow(successor), null);
}

function findSuccessor(tx: Db, userId: string, previousNumber: number): Promise<Row | null> {
  return tx.task.findUnique({
    where: { userId_previousNumber: { userId, previousNumber } },
  });
}
