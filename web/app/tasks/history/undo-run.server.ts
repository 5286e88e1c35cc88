import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError } from "#app/platform/errors";
import { Prisma, type Task as Row, type TaskChange } from "#app/platform/generated/client";
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
    if (!force) await assertUnchangedSince(tx, actor, undoable);
    const tasks = new Map<number, Task>();
    for (const change of undoable) {
      const task = await revert(tx, { ...actor, reverts: runId }, change);
      if (task) tasks.set(task.id, task);
    }
    const [{ actor: by, createdAt }] = undoable as [TaskChange, ...TaskChange[]];
    const soon = Date.now() - createdAt.getTime() < SOON_MS ? "yes" : "no";
    undoneRuns.inc({ by, language: await languageOf(tx, actor, runId, by), soon });
    return { tasks: [...tasks.values()].reverse() };
  });
}

/** The language of the message that a run answered; none of a call that answered no message. */
async function languageOf(tx: Db, { userId }: Actor, runId: string, by: string): Promise<string> {
  if (by !== "assistant") return "none";
  const run = await tx.run.findFirst({
    where: { id: runId, userId },
    select: { language: true },
  });
  return run?.language ?? "none";
}

/**
 * Reverts the newest run that changed a task of this person. An MCP client undoes its own runs, one
 * after the other, and never its undoing; everybody else undoes all runs but those of MCP clients:
 * neither means the other by "undo that".
 *
 * @throws AppError as {@link undoRun}
 */
export async function undoLastRun(db: Db, actor: Actor, force = false): Promise<UndoResult> {
  const runId = actor.by === "mcp" ? await lastTurn(db, actor) : await lastRun(db, actor);
  if (!runId) throw new AppError("nothing_to_undo", 404);
  return undoRun(db, actor, runId, force);
}

async function lastRun(db: Db, { userId, runId }: Actor): Promise<string | null | undefined> {
  const newest = await db.taskChange.findFirst({
    where: {
      userId,
      actor: { not: "mcp" },
      AND: [{ runId: { not: null } }, { runId: { not: runId ?? null } }],
    },
    orderBy: { id: "desc" },
    select: { runId: true },
  });
  return newest?.runId;
}

/** A change that neither took back a run, nor is part of one that was taken back. */
const STANDS = Prisma.sql`c.reverts IS NULL AND NOT EXISTS (
  SELECT FROM task_change r WHERE r.user_id = c.user_id AND r.reverts = c.run_id)`;

async function lastTurn(db: Db, { userId, client, runId }: Actor): Promise<string | undefined> {
  const [turn] = await query<{ runId: string }>(
    db,
    Prisma.sql`SELECT c.run_id::text AS "runId" FROM task_change c
      WHERE c.user_id = ${userId} AND c.actor = 'mcp' AND c.run_id IS NOT NULL
        AND c.client IS NOT DISTINCT FROM ${client ?? null}::text
        AND c.run_id IS DISTINCT FROM ${runId ?? null}::uuid AND ${STANDS}
      ORDER BY c.id DESC LIMIT 1`,
    "read last turn",
  );
  return turn?.runId;
}

/**
 * Checks that nobody changed a task after the run: it has the version that the run left it with or, for
 * an MCP client that steps back, what changed it since was taken back.
 */
async function assertUnchangedSince(tx: Db, actor: Actor, changes: TaskChange[]): Promise<void> {
  const { userId } = actor;
  const newest = new Map<number, TaskChange>();
  for (const change of changes)
    if (!newest.has(change.taskNumber)) newest.set(change.taskNumber, change);
  const rows = await tx.task.findMany({ where: { userId, number: { in: [...newest.keys()] } } });
  const versionOf = (number: number) => readSnapshot(newest.get(number)?.after)?.version;
  let changed = rows.filter((row) => row.version !== versionOf(row.number));
  if (changed.length > 0 && actor.by === "mcp") {
    const later = await query<{ number: number }>(
      tx,
      Prisma.sql`SELECT DISTINCT c.task_number AS number FROM task_change c
        JOIN unnest(${changed.map(({ number }) => number)}::integer[],
          ${changed.map(({ number }) => String(newest.get(number)?.id))}::bigint[]) AS run (number, id)
          ON c.task_number = run.number AND c.id > run.id
        WHERE c.user_id = ${userId} AND ${STANDS}`,
    );
    const numbers = new Set(later.map(({ number }) => number));
    changed = changed.filter((row) => numbers.has(row.number));
  }
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
