import type { Db } from "#app/platform/database/database";
import { type Action, taskNotFound } from "#app/tasks/task/change-task.server";
import type { Actor } from "#app/tasks/task/task";
import { readSnapshot, type TaskSnapshot } from "./task-snapshot";

/** One change of a task. */
interface Change {
  id: number;
  action: Action;
  /** The channel that the change came through. */
  by: Actor["by"];
  runId: string | null;
  at: string;
  /** The fields that differ, by their wire names; of a new task, all that are set. */
  fields: Partial<Record<Field, { before: unknown; after: unknown }>>;
}

const FIELDS = [
  "title",
  "description",
  "priority",
  "category",
  "labels",
  "parent_id",
  "due_at",
  "duration_minutes",
  "recurrence",
  "recurrence_from",
  "recurrence_except",
  "time_zone",
  "reminders",
  "completed",
] as const;
type Field = (typeof FIELDS)[number];

/** A page of the changes of a task, newest first. */
export interface History {
  changes: Change[];
  /** Pass it as `before` for the next page; null on the last one. */
  nextCursor: number | null;
}

/**
 * Reads the changes of a person's task, also of one in the trash.
 *
 * @param before only changes before the one with this id
 * @throws AppError `task_not_found` (404)
 */
export async function getHistory(
  db: Db,
  userId: string,
  id: number,
  { limit = 50, before }: { limit?: number; before?: number } = {},
): Promise<History> {
  const task = await db.task.findUnique({ where: { userId_number: { userId, number: id } } });
  if (!task) throw taskNotFound(id);
  const rows = await db.taskChange.findMany({
    where: { userId, taskNumber: id, ...(before && { id: { lt: before } }) },
    orderBy: { id: "desc" },
    take: limit + 1,
  });
  const changes = rows.slice(0, limit).map((row) => ({
    id: Number(row.id),
    action: row.action as Action,
    by: row.actor as Actor["by"],
    runId: row.runId,
    at: row.createdAt.toISOString(),
    fields: diffFields(readSnapshot(row.before), readSnapshot(row.after)),
  }));
  return { changes, nextCursor: rows.length > limit ? (changes.at(-1)?.id ?? null) : null };
}

function diffFields(before: TaskSnapshot | null, after: TaskSnapshot | null): Change["fields"] {
  const fields: Change["fields"] = {};
  for (const name of FIELDS) {
    const values = { before: before?.[name] ?? null, after: after?.[name] ?? null };
    if (JSON.stringify(values.before) !== JSON.stringify(values.after)) fields[name] = values;
  }
  return fields;
}
