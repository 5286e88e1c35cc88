import type { Db } from "#app/platform/database";
import { inTransaction } from "#app/platform/transaction";
import { recordChange } from "./change-task.server";
import type { Actor, Task } from "./task";
import type { NewTask } from "./task-input";
import { fromRow, NO_ROW, seriesColumns, toColumns } from "./task-row";

/**
 * Creates a task under the person's next number.
 *
 * @param input validated by `taskFields`
 */
export function createTask(db: Db, actor: Actor, input: NewTask): Promise<Task> {
  return inTransaction(db, (tx) => insertTask(tx, actor, input));
}

/** The same within a transaction. `previousNumber` names the occurrence it follows. */
export async function insertTask(
  tx: Db,
  actor: Actor,
  input: NewTask,
  previousNumber?: number,
): Promise<Task> {
  const { lastTaskNumber } = await tx.user.update({
    where: { id: actor.userId },
    data: { lastTaskNumber: { increment: 1 } },
    select: { lastTaskNumber: true },
  });
  const columns = toColumns(input);
  const row = await tx.task.create({
    data: {
      ...columns,
      ...seriesColumns(columns, NO_ROW),
      title: input.title,
      userId: actor.userId,
      number: lastTaskNumber,
      previousNumber,
    },
  });
  const task = fromRow(row);
  await recordChange(tx, actor, task.id, "created", null, task);
  return task;
}
