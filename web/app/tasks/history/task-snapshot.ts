import type { z } from "zod";
import { fromWire, type TaskPatch } from "#app/tasks/task/task-input";
import { wireTaskSchema } from "#app/tasks/task/wire-task";

// An account file may bring a history of its own: a field may be missing there, and JSON that is no
// task reads as null, so that one odd row does not fail a whole history.
const snapshotSchema = wireTaskSchema.partial().nullable().catch(null);

/** The task that a history row recorded, before or after its change. */
export type TaskSnapshot = NonNullable<z.infer<typeof snapshotSchema>>;

/**
 * Reads the JSON columns `before` and `after` of a history row.
 *
 * @returns the task in its wire form; null where the row holds none
 */
export function readSnapshot(json: unknown): TaskSnapshot | null {
  return snapshotSchema.parse(json);
}

/** The patch that gives a task the fields of a snapshot, to undo what came after it. */
export function fieldsOf(snapshot: TaskSnapshot | null): TaskPatch {
  const {
    id: _,
    completed,
    completed_at,
    created_at,
    updated_at,
    version,
    ...fields
  } = snapshot ?? {};
  return fromWire(fields);
}
