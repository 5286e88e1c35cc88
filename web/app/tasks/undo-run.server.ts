import type { Db } from "#app/platform/database";
import { AppError } from "#app/platform/errors";
import type { TaskChange } from "#app/platform/generated/client";
import { inTransaction } from "#app/platform/transaction";
import { type Action, lockTask, writeChange } from "./change-task.server";
import { deleteTask } from "./delete-task.server";
import { restoreTask } from "./restore-task.server";
import { type Actor, type Task, toWire, type WireTask } from "./task";
import { fromRow, toColumns } from "./task-row";
import { toggleComplete } from "./toggle-complete.server";

/** What undoing came to. */
export interface Undone {
  /** The tasks as they are now, each once. */
  tasks: Task[];
}

/**
 * Takes back all that one run did, newest change first, restoring deleted tasks under their
 * numbers. What this does is changes of `actor.runId`, and can be undone like any other run.
 *
 * @param force also where somebody changed a task since; their change is lost then
 * @throws AppError `nothing_to_undo` (404) when the run changed nothing of this person's;
 *   `undo_conflict` (409, with the tasks as they are) when one was changed since
 */
export function undoRun(db: Db, actor: Actor, runId: string, force = false): Promise<Undone> {
  return inTransaction(db, async (tx) => {
    const changes = await tx.taskChange.findMany({
      where: { userId: actor.userId, runId },
      orderBy: { id: "desc" },
    });
    const undoable = changes.filter((change) => change.after !== null);
    if (undoable.length === 0) throw new AppError("nothing_to_undo", 404);
    if (!force) await refuseChanged(tx, actor.userId, undoable);
    const tasks = new Map<number, Task>();
    for (const change of undoable) {
      const task = await revert(tx, actor, change);
      if (task) tasks.set(task.id, task);
    }
    return { tasks: [...tasks.values()].reverse() };
  });
}

/**
 * Takes back the newest run that changed a task of this person's. To another program's assistant
 * (MCP) that is what such a program did, to everybody else what was done here: neither means the
 * other when it says "undo that".
 *
 * @throws AppError as {@link undoRun}
 */
export async function undoLastRun(db: Db, actor: Actor, force = false): Promise<Undone> {
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

/** Compares each task with what the run left of it. */
async function refuseChanged(tx: Db, userId: string, changes: TaskChange[]): Promise<void> {
  const left = new Map<number, WireTask>();
  for (const change of changes) {
    if (!left.has(change.taskNumber)) left.set(change.taskNumber, wire(change.after));
  }
  const rows = await tx.task.findMany({ where: { userId, number: { in: [...left.keys()] } } });
  const changed = rows.filter((row) => row.version !== left.get(row.number)?.version);
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
      // An occurrence goes with the completion that made it.
      return row.previousNumber === null && !row.deletedAt ? deleteTask(tx, actor, id) : null;
    case "restored":
      return row.deletedAt ? null : deleteTask(tx, actor, id);
    case "deleted":
      return row.deletedAt ? restoreTask(tx, actor, id) : null;
    case "completed":
    case "reopened":
      return row.deletedAt ? null : toggleComplete(tx, actor, id, change.action === "reopened");
    case "updated":
      return row.deletedAt ? null : restoreFields(tx, actor, id, wire(change.before));
  }
}

async function restoreFields(tx: Db, actor: Actor, id: number, before: WireTask): Promise<Task> {
  const row = await lockTask(tx, actor.userId, id);
  const { title, description, priority, category, recurrence, due_at: dueAt } = before;
  const columns = toColumns({ title, description, priority, category, recurrence, dueAt });
  return writeChange(tx, actor, row, columns, "updated");
}

/** A change's task, as `recordChange` kept it. */
function wire(kept: TaskChange["after"]): WireTask {
  return kept as unknown as WireTask;
}
