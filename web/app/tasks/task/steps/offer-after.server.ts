import type { Db } from "#app/platform/database/database";
import { BULK_MAX, type Task } from "#app/tasks/task/task";

/** What a person may want to complete after a task, in the words of a notice and of its button. */
interface Offer {
  notice: "stepsOpen" | "lastStepDone";
  /** The tasks that it would complete. */
  ids: number[];
  offer: {
    action: string;
    fields: Record<string, string>;
    label: "completeSteps" | "completeParent";
  };
}

/**
 * What is offered when a task was completed: its steps, where some are open; or the task that it was
 * the last step of.
 *
 * @returns null where there is nothing to ask
 */
export async function offerAfter(db: Db, userId: string, task: Task): Promise<Offer | null> {
  const { parentId } = task;
  if (parentId === null) {
    const steps = await openSteps(db, userId, task.id);
    if (steps.length === 0) return null;
    const fields = { intent: "many", to: "complete", ids: steps.join() };
    return {
      notice: "stepsOpen",
      ids: steps,
      offer: { action: "/tasks", fields, label: "completeSteps" },
    };
  }
  const parent = await db.task.findFirst({
    where: { userId, number: parentId, deletedAt: null, completedAt: null },
    select: { number: true },
  });
  if (!parent || (await openSteps(db, userId, parentId)).length > 0) return null;
  const fields = { intent: "toggle", id: String(parentId), completed: "true" };
  return {
    notice: "lastStepDone",
    ids: [parentId],
    offer: { action: "/tasks", fields, label: "completeParent" },
  };
}

/** The numbers of the open steps of a task, as many as one form may complete. */
async function openSteps(db: Db, userId: string, parentNumber: number): Promise<number[]> {
  const rows = await db.task.findMany({
    where: { userId, parentNumber, deletedAt: null, completedAt: null },
    orderBy: { number: "asc" },
    take: BULK_MAX,
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}
