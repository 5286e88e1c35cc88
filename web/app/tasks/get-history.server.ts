import type { Db } from "#app/platform/database";
import { type Action, taskNotFound } from "./change-task.server";
import type { Actor, WireTask } from "./task";

/** One thing that happened to a task. */
interface Change {
  id: number;
  action: Action;
  /** Who did it, and through what. */
  by: Actor["by"];
  runId: string | null;
  at: string;
  /** What became different, by the names of the wire; for a new task, all that it began with. */
  fields: Partial<Record<Field, { before: unknown; after: unknown }>>;
}

const FIELDS = [
  "title",
  "description",
  "priority",
  "category",
  "due_at",
  "recurrence",
  "completed",
] as const;
type Field = (typeof FIELDS)[number];

/** What happened to a task, last first, in pages. */
export interface History {
  changes: Change[];
  /** The change that the next page comes after; null at the end. */
  nextCursor: number | null;
}

/**
 * What happened to a person's task, also one in the trash.
 *
 * @param before gives what happened before this change
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
    fields: difference(row.before as unknown as WireTask, row.after as unknown as WireTask),
  }));
  return { changes, nextCursor: rows.length > limit ? (changes.at(-1)?.id ?? null) : null };
}

function difference(before: WireTask | null, after: WireTask | null): Change["fields"] {
  const fields: Change["fields"] = {};
  for (const name of FIELDS) {
    const [was, is] = [before?.[name] ?? null, after?.[name] ?? null];
    if (was !== is) fields[name] = { before: was, after: is };
  }
  return fields;
}
