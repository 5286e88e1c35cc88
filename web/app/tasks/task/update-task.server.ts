import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { type Change, changeTask, type TaskRow } from "./change-task.server";
import { getTask } from "./get-task.server";
import { assertParent } from "./steps/assert-parent.server";
import type { Actor, Task } from "./task";
import { toColumns, withRepeat } from "./task-columns";
import type { TaskPatch } from "./task-input";
import { fromRow } from "./task-row";
import { toWire } from "./wire-task";

/**
 * Edits a task. Members that the patch omits stay unchanged; an empty patch writes nothing.
 *
 * @throws AppError `task_not_found` (404); `version_conflict` (409, with the current task) when
 *   `version` is given and stale; `invalid_input` (422) for a parent that can have no step
 */
export function updateTask(db: Db, actor: Actor, id: number, patch: TaskPatch): Promise<Task> {
  const { parentId } = patch;
  const change = (tx: Db) =>
    changeTask(tx, actor, id, (row) => {
      assertVersion(row, patch.version);
      return patchTask(row, patch, actor.timeZone);
    });
  if (!parentId) return change(db);
  return inTransaction(db, async (tx) => {
    // What it is a step of already may have it, whatever became of that since.
    const { parentId: current } = await getTask(tx, actor.userId, id);
    if (current !== parentId) await assertParent(tx, actor.userId, parentId, id);
    return change(tx);
  });
}

/**
 * Requires that a task has the version that a caller has read, if they name one.
 *
 * @throws AppError `version_conflict` (409, with the current task)
 */
export function assertVersion(row: TaskRow, version: number | undefined): void {
  if (version === undefined || version === row.version) return;
  throw new AppError("version_conflict", 409, {
    field: "version",
    values: { id: row.number, version, current: toWire(fromRow(row)) },
  });
}

/**
 * The change that applies a patch to a task; null when the patch is empty.
 *
 * @param timeZone IANA zone of who makes the change
 */
export function patchTask(row: TaskRow, patch: TaskPatch, timeZone: string): Change | null {
  const columns = toColumns(patch);
  if (Object.keys(columns).length === 0) return null;
  return { action: "updated", columns: withRepeat(columns, row, timeZone) };
}
