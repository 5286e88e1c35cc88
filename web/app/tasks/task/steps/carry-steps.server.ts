import type { Db } from "#app/platform/database/database";
import { carryFiles } from "#app/tasks/files/carry-files.server";
import { createTask } from "#app/tasks/task/create-task.server";
import { daysBetween } from "#app/tasks/task/day-distance";
import { formatDue, parseDue } from "#app/tasks/task/due-date";
import { carryReminders } from "#app/tasks/task/reminder";
import type { Actor, Task } from "#app/tasks/task/task";
import { readSteps } from "./read-steps.server";

/**
 * Gives the next occurrence of a recurring task the steps of this one, open again; what is due moves
 * along by the same number of days.
 */
export async function carrySteps(
  tx: Db,
  actor: Actor,
  task: Task,
  next: Task,
  timeZone: string,
): Promise<void> {
  const days =
    task.dueAt !== null && next.dueAt !== null ? daysBetween(task.dueAt, next.dueAt, timeZone) : 0;
  for (const step of await readSteps(tx, actor.userId, [task.id])) {
    const dueAt = step.dueAt && shift(step.dueAt, days, timeZone);
    const reminders =
      dueAt === null ? step.reminders : carryReminders(step.reminders, step.dueAt, dueAt, timeZone);
    const created = await createTask(tx, actor, { ...step, dueAt, reminders, parentId: next.id });
    await carryFiles(tx, actor.userId, step.id, created.id);
  }
}

function shift(dueAt: string, days: number, timeZone: string): string {
  const due = parseDue(dueAt);
  if (!due?.dueAt) return dueAt;
  const moved = Temporal.Instant.fromEpochMilliseconds(due.dueAt.getTime())
    .toZonedDateTimeISO(due.dueHasTime ? timeZone : "UTC")
    .add({ days });
  return formatDue({ ...due, dueAt: new Date(moved.epochMilliseconds) }) ?? dueAt;
}
