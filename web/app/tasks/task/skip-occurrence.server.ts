import type { Db } from "#app/platform/database/database";
import { AppError } from "#app/platform/errors";
import { type Change, changeTask, type TaskRow } from "./change-task.server";
import { dueDay, parseDue, today } from "./due-date";
import { nextOccurrence, occurrencesBetween } from "./recurrence";
import { carryReminders } from "./reminder";
import { type Actor, EXCEPT_MAX, type Task } from "./task";
import { fromRow, occurrenceOf } from "./task-row";
import { assertVersion } from "./update-task.server";

/** Longest span of days whose occurrences are left out one by one. */
const SPAN_DAYS = 92;

/** What is left out: all occurrences from one day to another, in the zone of the task. */
export interface Skip {
  /** `2026-11-22`; by default the day of the current occurrence. */
  from?: string;
  /** By default `from`. */
  to?: string;
  /** The version that the caller has read. */
  version?: number;
}

/**
 * Leaves out occurrences of a recurring task without completing it. If the current one is among them,
 * the task moves on to the next, the first after both its date and today; of later ones, only their
 * days are kept as exceptions.
 *
 * @throws AppError `task_not_found` (404); `version_conflict`, `not_recurring`, `last_occurrence`,
 *   `no_occurrence_then` (409); `invalid_input` (422) for a span that ends before it begins or is
 *   too long
 */
export function skipOccurrence(db: Db, actor: Actor, id: number, skip: Skip = {}): Promise<Task> {
  return changeTask(db, actor, id, (row) => {
    assertVersion(row, skip.version);
    return planSkip(row, skip, actor.timeZone, new Date());
  });
}

function planSkip(row: TaskRow, skip: Skip, personZone: string, now: Date): Change {
  const task = fromRow(row);
  const { id, recurrence } = task;
  if (recurrence === null || task.completed) throw conflict("not_recurring", id);
  const timeZone = task.timeZone ?? personZone;
  const day = today(now, timeZone);
  const due = task.dueAt === null ? day : dueDay(task.dueAt, timeZone);
  const { from = due, to = from } = skip;
  if (to < from) throw invalidSpan(to, `a day from ${from} on`);
  const occurrence = occurrenceOf(task, row);
  if (due < from || due > to) {
    if (to > shift(from, SPAN_DAYS)) throw invalidSpan(to, `at most ${SPAN_DAYS} days`);
    const days = occurrencesBetween(recurrence, occurrence, timeZone, [from, to]);
    if (days.length === 0) throw conflict("no_occurrence_then", id);
    const recurrenceExcept = [...task.recurrenceExcept, ...days].sort();
    if (recurrenceExcept.length > EXCEPT_MAX) throw invalidSpan(to, `${EXCEPT_MAX} days in all`);
    return { action: "skipped", columns: { recurrenceExcept } };
  }
  const next = nextOccurrence(recurrence, occurrence, timeZone, to > day ? to : day);
  const date = next && parseDue(next.dueAt);
  if (!date) throw conflict("last_occurrence", id);
  const reminders = carryReminders(task.reminders, task.dueAt, next.dueAt, timeZone);
  const columns = { ...date, ...(reminders && { reminders }) };
  if (next.recurrence === recurrence) return { action: "skipped", columns };
  // The occurrences that COUNT leaves begin here.
  const series = { seriesAt: columns.dueAt, seriesHasTime: columns.dueHasTime };
  return { action: "skipped", columns: { ...columns, ...series, recurrence: next.recurrence } };
}

const shift = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

const conflict = (code: "not_recurring" | "last_occurrence" | "no_occurrence_then", id: number) =>
  new AppError(code, 409, { values: { id } });

const invalidSpan = (received: string, expected: string) =>
  new AppError("invalid_input", 422, { field: "to", values: { expected, received } });
