import type { Db } from "#app/platform/database/database";
import type { Task as Row } from "#app/platform/generated/client";
import { carryFiles } from "#app/tasks/files/carry-files.server";
import { changeTask, recordChange, type TaskRow } from "./change-task.server";
import { createTask } from "./create-task.server";
import { dueDay, today } from "./due-date";
import { nextOccurrence } from "./recurrence";
import { carryReminders } from "./reminder";
import { carrySteps } from "./steps/carry-steps.server";
import type { Actor, Task } from "./task";
import { fromRow, occurrenceOf } from "./task-row";
import { assertVersion } from "./update-task.server";

/**
 * Completes an open task or reopens a completed one. Completing a recurring task creates its next
 * occurrence, the first after both its date and today; reopening it removes that occurrence unless it was edited.
 *
 * @param completed the target state; without it the task toggles. A task that is already in the
 *   target state stays unchanged.
 * @param version the version that the caller has read; an older one than the current is rejected
 * @throws AppError `task_not_found` (404); `version_conflict` (409)
 */
export function toggleComplete(
  db: Db,
  actor: Actor,
  id: number,
  completed?: boolean,
  version?: number,
): Promise<Task> {
  return changeTask(db, actor, id, (row) => {
    assertVersion(row, version);
    const complete = completed ?? row.completedAt === null;
    if (complete === (row.completedAt !== null)) return null;
    const now = new Date();
    if (complete) {
      const change = { action: "completed", columns: { completedAt: now } } as const;
      if (row.recurrence === null) return change;
      return { ...change, also: (tx, task) => createSuccessor(tx, actor, row, task, now) };
    }
    const change = { action: "reopened", columns: { completedAt: null } } as const;
    if (!row.mayHaveSuccessor) return change;
    return { ...change, also: (tx) => removeSuccessor(tx, actor, row.number) };
  });
}

async function createSuccessor(
  tx: Db,
  actor: Actor,
  row: TaskRow,
  task: Task,
  now: Date,
): Promise<void> {
  if (!task.recurrence || (await findSuccessor(tx, actor.userId, task.id))) return;
  const timeZone = task.timeZone ?? actor.timeZone;
  const next = nextOccurrence(
    task.recurrence,
    occurrenceOf(task, row),
    timeZone,
    today(now, timeZone),
  );
  if (!next) return;
  const day = dueDay(next.dueAt, timeZone);
  const recurrenceExcept = task.recurrenceExcept.filter((except) => except > day);
  const reminders = carryReminders(task.reminders, task.dueAt, next.dueAt, timeZone);
  const created = await createTask(
    tx,
    actor,
    { ...task, ...next, recurrenceExcept, reminders },
    task.id,
  );
  await carryFiles(tx, actor.userId, task.id, created.id);
  await carrySteps(tx, actor, task, created, timeZone);
}

async function removeSuccessor(tx: Db, actor: Actor, id: number): Promise<void> {
  const successor = await findSuccessor(tx, actor.userId, id);
  if (!successor || successor.version > 1) return;
  const steps = await tx.task.findMany({
    where: { userId: actor.userId, parentNumber: successor.number },
  });
  if (steps.some(({ version }) => version > 1)) return;
  await tx.task.delete({
    where: { userId_number: { userId: actor.userId, number: successor.number } },
  });
  // Its steps go with it.
  for (const row of [successor, ...steps])
    await recordChange(tx, actor, row.number, "deleted", fromRow(row), null);
}

function findSuccessor(tx: Db, userId: string, previousNumber: number): Promise<Row | null> {
  return tx.task.findUnique({
    where: { userId_previousNumber: { userId, previousNumber } },
  });
}
