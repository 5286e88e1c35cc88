import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import type { Task as Row, TaskChange } from "#app/platform/generated/client";
import { undoneRuns } from "#app/platform/metrics";
import { type Action, changeTask } from "#app/tasks/task/change-task.server";
import { deleteTask } from "#app/tasks/task/delete-task.server";
import type { Actor, Task } from "#app/tasks/task/task";
import { toColumns, withRepeat } from "#app/tasks/task/task-columns";
import { fromRow } from "#app/tasks/task/task-row";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import { toWire } from "#app/tasks/task/wire-task";
import { restoreTask } from "#app/tasks/trash/restore-task.server";
import { fieldsOf, readSnapshot, type TaskSnapshot } from "./task-snapshot";

/** The result of undoing a run. */
export interface UndoResult {
  /** The tasks that undoing changed, as they are now, each once. */
  tasks: Task[];
}

/** What is undone this soon was not what was meant. */
const SOON_MS = 60_000;

/**
 * Reverts all changes of one run, newest first; deleted tasks return under their numbers. The
 * reverting changes belong to `actor.runId`, so that they can be undone like any other run.
 *
 * @param force also reverts tasks that changed after the run; those changes are lost
 * @throws AppError `nothing_to_undo` (404) when the run changed no task of this person;
 *   `undo_conflict` (409, with the current tasks) when one changed after the run
 */
export function undoRun(db: Db, actor: Actor, runId: string, force = false): Promise<UndoResult> {
  return inTransaction(db, async (tx) => {
    const changes = await tx.taskChange.findMany({
      where: { userId: actor.userId, runId },
      orderBy: { id: "desc" },
    });
    const undoable = changes.filter((change) => change.after !== null);
    if (undoable.length === 0) throw new AppError("nothing_to_undo", 404);
    if (!force) await assertUnchangedSince(tx, actor.userId, undoable);
    const tasks = new Map<number, Task>();
    for (const change of undoable) {
      const task = await revert(tx, actor, change);
      if (task) tasks.set(task.id, task);
    }
    const [{ actor: by, createdAt }] = undoable as [TaskChange, ...TaskChange[]];
    const soon = Date.now() - createdAt.getTime() < SOON_MS ? "yes" : "no";
    undoneRuns.inc({ by, soon });
    return { tasks: [...tasks.values()].reverse() };
  });
}

/**
 * Reverts the newest run that changed a task of this person. MCP clients undo runs of MCP clients
 * only, everybody else undoes all other runs: neither means the other by "undo that".
 *
 * @throws AppError as {@link undoRun}
 */
export async function undoLastRun(db: Db, actor: Actor, force = false): Promise<UndoResult> {
  const newest = await db.taskChange.findFirst({
    where: {
      userId: actor.userId,
      actor: actor.by === "mcp" ? "mcp" : { not: "mcp" },
      AND: [{ runId: { not: null } }, { runId: { not: actor.runId ?? null } }],
    },
    orderBy: { id: "desc" },
    select: { runId: true },
  });
  if (!newest?.runId) throw new AppError("nothing_to_undo", 404);
  return undoRun(db, actor, newest.runId, force);
}

/** Checks that each task still has the version that the run left it with. */
async function assertUnchangedSince(tx: Db, userId: string, changes: TaskChange[]): Promise<void> {
  const versions = new Map<number, number | undefined>();
  for (const change of changes) {
    if (!versions.has(change.taskNumber)) {
      versions.set(change.taskNumber, readSnapshot(change.after)?.version);
    }
  }
  const rows = await tx.task.findMany({ where: { userId, number: { in: [...versions.keys()] } } });
  const changed = rows.filter((row) => row.version !== versions.get(row.number));
  if (changed.length === 0) return;
  const current = changed.map((row) => toWire(fromRow(row)));
  const ids = changed.map((row) => `#${row.number}`).join(", ");
  throw new AppError("undo_conflict", 409, { values: { current, ids } });
}

async function revert(tx: Db, actor: Actor, change: TaskChange): Promise<Task | null> {
  const { userId } = actor;
  const id = change.taskNumber;
  const row = await tx.task.findUnique({ where: { userId_number: { userId, number: id } } });
  if (!row) return null;
  switch (change.action as Action) {
    case "created":
      // The next occurrence of a recurring task is removed along with the completion that created it.
      return row.previousNumber === null && !row.deletedAt ? deleteTask(tx, actor, id) : null;
    case "restored":
      return row.deletedAt ? null : deleteTask(tx, actor, id);
    case "deleted":
      if (!row.deletedAt || (await wentAlong(tx, row))) return null;
      return restoreTask(tx, actor, id);
    case "completed":
    case "reopened":
      return row.deletedAt ? null : toggleComplete(tx, actor, id, change.action === "reopened");
    case "updated":
    case "skipped":
      return row.deletedAt ? null : restoreFields(tx, actor, id, readSnapshot(change.before));
  }
}

/** Whether a step is in the trash because its task is, and comes back with that. */
async function wentAlong(tx: Db, { userId, parentNumber, deletedAt }: Row): Promise<boolean> {
  if (parentNumber === null) return false;
  const parent = await tx.task.findUnique({
    where: { userId_number: { userId, number: parentNumber } },
    select: { deletedAt: true },
  });
  return parent?.deletedAt?.getTime() === deletedAt?.getTime();
}

function restoreFields(
  tx: Db,
  actor: Actor,
  id: number,
  before: TaskSnapshot | null,
): Promise<Task> {
  return changeTask(tx, actor, id, (row) => ({
    action: "updated",
    columns: withRepeat(toColumns(fieldsOf(before)), row, actor.timeZone),
  }));
}
