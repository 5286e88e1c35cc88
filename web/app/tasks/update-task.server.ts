import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import { inTransaction } from "#app/platform/transaction";
import { lockTask, writeChange } from "./change-task.server";
import { type Actor, type Task, toWire } from "./task";
import type { TaskPatch } from "./task-input";
import { fromRow, seriesColumns, toColumns } from "./task-row";

/**
 * Edits a task; members left out stay as they are.
 *
 * @throws AppError `task_not_found` (404); `version_conflict` (409, with the current task) when
 *   `version` is given and stale
 */
export function updateTask(db: Db, actor: Actor, id: number, patch: TaskPatch): Promise<Task> {
  return inTransaction(db, async (tx) => {
    const row = await lockTask(tx, actor.userId, id);
    if (patch.version !== undefined && patch.version !== row.version) {
      throw new AppError("version_conflict", 409, {
        field: "version",
        values: { id, version: patch.version, current: toWire(fromRow(row)) },
      });
    }
    const columns = toColumns(patch);
    if (Object.keys(columns).length === 0) return fromRow(row);
    const series = seriesColumns(columns, row);
    return writeChange(tx, actor, row, { ...columns, ...series }, "updated");
  });
}
