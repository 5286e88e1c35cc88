import { Prisma, type Task as Row } from "#app/platform/generated/client";
import { formatDue } from "./due-date";
import type { Occurrence } from "./recurrence";
import { readStoredReminders } from "./reminder";
import type { Task } from "./task";
import { fromStoredPriority } from "./task-columns";

/** The columns that make up a {@link Task}. */
export type TaskColumns = Omit<
  Row,
  "userId" | "deletedAt" | "previousNumber" | "seriesAt" | "seriesHasTime"
>;

/** The same columns for a SELECT list. */
export const TASK_COLUMNS = Prisma.sql`number, title, description, priority, category, labels,
  parent_number AS "parentNumber", position,
  due_at AS "dueAt", due_has_time AS "dueHasTime", duration_minutes AS "durationMinutes",
  recurrence, recurrence_from AS "recurrenceFrom", recurrence_except AS "recurrenceExcept",
  time_zone AS "timeZone", reminders, completed_at AS "completedAt", created_at AS "createdAt", updated_at AS "updatedAt", version`;

/** Converts a row to a task. */
export function fromRow(row: TaskColumns): Task {
  return {
    id: row.number,
    title: row.title,
    description: row.description,
    priority: fromStoredPriority(row.priority) ?? "medium",
    category: row.category,
    labels: row.labels,
    parentId: row.parentNumber,
    position: row.position,
    dueAt: formatDue(row),
    durationMinutes: row.durationMinutes,
    recurrence: row.recurrence,
    recurrenceFrom: row.recurrenceFrom === "completion" ? "completion" : "due",
    recurrenceExcept: row.recurrenceExcept,
    timeZone: row.timeZone,
    reminders: readStoredReminders(row.reminders),
    completed: row.completedAt !== null,
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** The dates that the next occurrence of a task follows from. */
export function occurrenceOf(
  { dueAt, recurrenceFrom, recurrenceExcept }: Task,
  series: Pick<Row, "seriesAt" | "seriesHasTime">,
): Occurrence {
  const seriesAt = formatDue({ dueAt: series.seriesAt, dueHasTime: series.seriesHasTime });
  return { dueAt, seriesAt, from: recurrenceFrom, except: recurrenceExcept };
}
