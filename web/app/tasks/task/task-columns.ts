import type { Prisma, Task as Row } from "#app/platform/generated/client";
import { parseDue } from "./due-date";
import { PRIORITIES, type Priority } from "./task";
import type { TaskPatch } from "./task-input";

// Without the database client, which a worker thread has no use for.

/** A priority as the database stores it: the greater, the more urgent. */
export const toStoredPriority = (priority: Priority): number => PRIORITIES.indexOf(priority) + 1;

/** The priority of a stored number; undefined where it is none. */
export const fromStoredPriority = (stored: number): Priority | undefined => PRIORITIES[stored - 1];

/** Converts an input to columns; members that it omits are omitted. */
export function toColumns(input: TaskPatch) {
  const { dueAt, priority, parentId, version: _, ...same } = input;
  const unchanged = Object.fromEntries(
    COLUMNS.filter((name) => same[name] !== undefined).map((name) => [name, same[name]]),
  ) as Pick<typeof same, (typeof COLUMNS)[number]>;
  return {
    ...unchanged,
    ...(parentId !== undefined && { parentNumber: parentId }),
    ...(priority !== undefined && { priority: toStoredPriority(priority) }),
    ...(dueAt !== undefined && (dueAt === null ? NO_DUE : (parseDue(dueAt) ?? NO_DUE))),
  } satisfies Omit<Prisma.TaskUncheckedUpdateInput, "reminders">;
}

/** Fields that are stored as they come. */
const COLUMNS = [
  "title",
  "description",
  "category",
  "labels",
  "position",
  "durationMinutes",
  "recurrence",
  "recurrenceFrom",
  "recurrenceExcept",
  "timeZone",
  "reminders",
] as const satisfies (keyof TaskPatch)[];

/** The columns of a task without a due date. */
export const NO_DUE = { dueAt: null, dueHasTime: false };

/**
 * Completes `columns` by those that follow from them. A new rule starts its series at the due date; a
 * due date that moves afterwards does not move the series. A moment that repeats keeps its hour in
 * the zone it was made in; without its rule a task keeps nothing of a repetition.
 *
 * @param row the task before the change
 * @param timeZone IANA zone of who makes the change
 */
export function withRepeat(
  columns: ReturnType<typeof toColumns>,
  row: Pick<Row, "dueAt" | "dueHasTime" | "recurrence" | "seriesAt" | "timeZone">,
  timeZone: string,
) {
  const { recurrence = row.recurrence, dueAt = row.dueAt, dueHasTime = row.dueHasTime } = columns;
  const isNew = recurrence !== row.recurrence;
  if (recurrence === null) {
    return { ...(isNew && NO_REPEAT), ...columns, seriesAt: null, seriesHasTime: false };
  }
  const kept = isNew && columns.dueAt ? null : row.timeZone;
  const zone = columns.timeZone ?? (columns.timeZone === null ? null : kept);
  return {
    ...columns,
    ...(dueAt && dueHasTime && { timeZone: zone ?? timeZone }),
    ...((isNew || !row.seriesAt || !dueAt) && { seriesAt: dueAt, seriesHasTime: dueHasTime }),
  };
}

const NO_REPEAT = { recurrenceFrom: "due", recurrenceExcept: [] as string[], timeZone: null };

/** Column defaults of a new task. */
export const NEW_ROW = {
  ...NO_DUE,
  title: "",
  description: "",
  priority: 2,
  category: null,
  labels: [] as string[],
  parentNumber: null,
  position: null,
  durationMinutes: null,
  recurrence: null,
  ...NO_REPEAT,
  reminders: null,
  seriesAt: null,
  seriesHasTime: false,
  completedAt: null,
  version: 1,
};
