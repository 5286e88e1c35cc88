import { Prisma, type Task as Row } from "#app/platform/generated/client";
import { formatDue, parseDue } from "./due-date";
import { PRIORITIES, type Task } from "./task";
import type { TaskPatch } from "./task-input";

/** The columns that people see. */
export type TaskColumns = Omit<
  Row,
  "userId" | "deletedAt" | "previousNumber" | "seriesAt" | "seriesHasTime"
>;

/** The same, as a query asks for them. */
export const TASK_COLUMNS = Prisma.sql`number, title, description, priority, category,
  due_at AS "dueAt", due_has_time AS "dueHasTime", recurrence, completed_at AS "completedAt",
  created_at AS "createdAt", updated_at AS "updatedAt", version`;

/** A task from its row. */
export function fromRow(row: TaskColumns): Task {
  return {
    id: row.number,
    title: row.title,
    description: row.description,
    priority: PRIORITIES[row.priority - 1] ?? "medium",
    category: row.category,
    dueAt: formatDue(row),
    recurrence: row.recurrence,
    completed: row.completedAt !== null,
    completedAt: row.completedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

/** The columns that an input sets; members it leaves out stay as they are. */
export function toColumns(input: TaskPatch) {
  const { dueAt, priority, title, description, category, recurrence } = input;
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(category !== undefined && { category }),
    ...(recurrence !== undefined && { recurrence }),
    ...(priority !== undefined && { priority: PRIORITIES.indexOf(priority) + 1 }),
    ...(dueAt !== undefined && (dueAt === null ? NO_DUE : (parseDue(dueAt) ?? NO_DUE))),
  } satisfies Prisma.TaskUncheckedUpdateInput;
}

/** No due date, in columns. */
export const NO_DUE = { dueAt: null, dueHasTime: false };

/**
 * Where a task stands in its series once `columns` are written: a rule that is new begins with the
 * due date, and a due date that is moved afterwards leaves the series where it is.
 */
export function seriesColumns(
  columns: ReturnType<typeof toColumns>,
  row: Pick<Row, "dueAt" | "dueHasTime" | "recurrence" | "seriesAt">,
) {
  const { recurrence = row.recurrence, dueAt = row.dueAt, dueHasTime = row.dueHasTime } = columns;
  const stays = recurrence === row.recurrence && row.seriesAt !== null && dueAt !== null;
  if (stays && recurrence !== null) return {};
  return recurrence === null
    ? { seriesAt: null, seriesHasTime: false }
    : { seriesAt: dueAt, seriesHasTime: dueHasTime };
}

/** What a new task is where its input says nothing else. */
export const NEW_ROW = {
  ...NO_DUE,
  title: "",
  description: "",
  priority: 2,
  category: null,
  recurrence: null,
  seriesAt: null,
  seriesHasTime: false,
  completedAt: null,
  version: 1,
};
