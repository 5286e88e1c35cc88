import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { isAppError } from "#app/platform/errors";
import type { Seen } from "#app/tasks/edit/seen";
import { toDraft } from "#app/tasks/edit/task-draft";
import type { BulkAction } from "#app/tasks/edit/task-form";
import { localDue } from "#app/tasks/times/local-due";
import { readMove } from "#app/tasks/times/read-move";
import { lockTask } from "./change-task.server";
import { deleteTask } from "./delete-task.server";
import { parseDueInput } from "./due-date";
import { skipOccurrence } from "./skip-occurrence.server";
import type { Actor, Task } from "./task";
import type { TaskPatch } from "./task-input";
import { fromRow } from "./task-row";
import { toggleComplete } from "./toggle-complete.server";
import { updateTask } from "./update-task.server";

/** What an action has done, each task as it is now. */
export interface BulkOutcome {
  changed: Task[];
  /** Not changed: what the action changes was changed elsewhere since it was seen. */
  left: Task[];
}

/**
 * Applies one action of the bulk form to several tasks of a person, all of them or none. Tasks that
 * do not exist, or need no change, are skipped; those are left that are no longer as they were seen.
 *
 * @param seen what the person saw of the tasks; one that is not among them is changed in any case
 */
export function applyBulkAction(
  db: Db,
  actor: Actor,
  ids: number[],
  change: BulkAction,
  seen: readonly Seen[] = [],
): Promise<BulkOutcome> {
  // Rows are locked in the order of their numbers, so that two bulk actions cannot deadlock.
  const ordered = [...new Set(ids)].sort((a, b) => a - b);
  const seenById = new Map(seen.map((one) => [one.id, one]));
  return inTransaction(db, async (tx) => {
    const outcome: BulkOutcome = { changed: [], left: [] };
    for (const id of ordered) {
      const before = await findTask(tx, actor.userId, id);
      if (!before) continue;
      const plan = planFor(before, change, actor);
      if (isOvertaken(before, seenById.get(id), plan, change, actor.timeZone)) {
        outcome.left.push(before);
        continue;
      }
      const after = await carryOut(tx, actor, before, plan);
      if (after.version > before.version) outcome.changed.push(after);
    }
    return outcome;
  });
}

/** What an action makes of a task: a new state, other fields, or the next occurrence; null for nothing. */
type Plan =
  | { kind: "complete" }
  | { kind: "delete" }
  | { kind: "patch"; patch: TaskPatch }
  | { kind: "skip"; from: string | null; to: string | null }
  | null;

/** Whether the plan would write over what was changed since the person saw it, and to something else. */
function isOvertaken(
  task: Task,
  seen: Seen | undefined,
  plan: Plan,
  change: BulkAction,
  timeZone: string,
): boolean {
  if (!seen || !plan || plan.kind === "complete" || plan.kind === "delete") return false;
  // To move to a day keeps the hour, whoever has set it.
  const onlyDay = change.to === "due" && change.value !== "";
  const value = (of: Partial<Task>, field: keyof Task) =>
    field === "dueAt" && onlyDay ? localDue({ dueAt: of.dueAt ?? null }, timeZone)?.day : of[field];
  const { id: _, ...fields } = seen;
  return (Object.keys(fields) as (keyof typeof fields)[]).some((field) => {
    if (value(task, field) === value(seen, field)) return false;
    if (plan.kind === "skip") return field === "dueAt" || field === "recurrence";
    const { patch } = plan;
    return (
      patch[field] !== undefined && value(patch as Partial<Task>, field) !== value(task, field)
    );
  });
}

async function findTask(tx: Db, userId: string, id: number): Promise<Task | null> {
  try {
    return fromRow(await lockTask(tx, userId, id));
  } catch (error) {
    if (isAppError(error) && error.code === "task_not_found") return null;
    throw error;
  }
}

function planFor(task: Task, change: BulkAction, actor: Actor): Plan {
  const { timeZone, preferences, saidAt } = actor;
  switch (change.to) {
    case "complete":
    case "delete":
      return { kind: change.to };
    case "priority":
      return { kind: "patch", patch: { priority: change.value } };
    case "category":
      return { kind: "patch", patch: { category: change.value.trim() || null } };
    case "due": {
      // The day changes, the time of day stays.
      const { time } = toDraft(task, timeZone);
      const dueAt = parseDueInput(change.value, change.value && time, timeZone);
      return { kind: "patch", patch: { dueAt } };
    }
    case "when": {
      const context = { now: saidAt ?? new Date(), timeZone, preferences };
      const { patch, skip } = readMove(change.value, localDue(task, timeZone), context);
      if (patch) return { kind: "patch", patch };
      return skip ? { kind: "skip", ...skip } : null;
    }
  }
}

async function carryOut(tx: Db, actor: Actor, task: Task, plan: Plan): Promise<Task> {
  switch (plan?.kind) {
    case "complete":
      return toggleComplete(tx, actor, task.id, true);
    case "delete":
      return deleteTask(tx, actor, task.id);
    case "patch":
      return isDone(task, plan.patch) ? task : updateTask(tx, actor, task.id, plan.patch);
    case "skip":
      return skipped(tx, actor, task, plan.from, plan.to);
    default:
      return task;
  }
}

const isDone = (task: Task, patch: TaskPatch): boolean =>
  Object.entries(patch).every(
    ([key, value]) => JSON.stringify(task[key as keyof Task]) === JSON.stringify(value),
  );

async function skipped(tx: Db, actor: Actor, task: Task, from: string | null, to: string | null) {
  try {
    const span = { from: from ?? undefined, to: to ?? undefined };
    return await skipOccurrence(tx, actor, task.id, span);
  } catch (error) {
    // It does not repeat, or not then.
    if (isAppError(error) && error.status === 409) return task;
    throw error;
  }
}
