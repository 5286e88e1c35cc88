import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { AppError } from "#app/platform/errors";
import { Prisma } from "#app/platform/generated/client";
import { taskQuota, tasksFull } from "./task-quota";

/** How many numbers an import takes, and of them how many for tasks that will be there. */
interface NumbersWanted {
  tasks: number;
  taskNumbers: number;
  conversationNumbers: number;
}

/** The last numbers before and after an import took its own. */
export interface NumbersTaken extends NumbersWanted {
  lastTask: number;
  lastConversation: number;
}

/** The largest number that the columns hold. */
const NUMBER_MAX = 2 ** 31 - 1;

/**
 * Takes consecutive numbers of tasks and conversations for a person.
 *
 * @throws AppError `tasks_full` (422) when the person would have more tasks than one may keep
 */
export async function takeNumbers(
  db: Db,
  userId: string,
  wanted: NumbersWanted,
): Promise<NumbersTaken> {
  const { tasks, taskNumbers, conversationNumbers } = wanted;
  const [row] = await query<{ task: number; conversation: number }>(
    db,
    Prisma.sql`
    UPDATE "user" SET last_task_number = last_task_number + ${taskNumbers}::integer,
      last_conversation_number = last_conversation_number + ${conversationNumbers}::integer
    WHERE id = ${userId}
      AND last_task_number::bigint + ${taskNumbers}::integer <= ${NUMBER_MAX}::integer
      AND last_conversation_number::bigint + ${conversationNumbers}::integer <= ${NUMBER_MAX}::integer
      AND (SELECT count(*) FROM task WHERE user_id = ${userId}) + ${tasks}::integer
        <= ${taskQuota()}::integer
    RETURNING last_task_number AS task, last_conversation_number AS conversation`,
  );
  if (!row) throw tasks > taskQuota() ? tooMany() : tasksFull();
  const lastTask = row.task - taskNumbers;
  return { ...wanted, lastTask, lastConversation: row.conversation - conversationNumbers };
}

/** Gives numbers back that were not used, unless later ones have been taken since. */
export async function giveBackNumbers(db: Db, userId: string, taken: NumbersTaken): Promise<void> {
  const { lastTask, lastConversation, taskNumbers, conversationNumbers } = taken;
  await query(
    db,
    Prisma.sql`
    UPDATE "user" SET
      last_task_number = CASE WHEN last_task_number = ${lastTask + taskNumbers}::integer
        THEN ${lastTask}::integer ELSE last_task_number END,
      last_conversation_number =
        CASE WHEN last_conversation_number = ${lastConversation + conversationNumbers}::integer
        THEN ${lastConversation}::integer ELSE last_conversation_number END
    WHERE id = ${userId}`,
  );
}

const tooMany = () => new AppError("import_too_many", 422, { values: { max: taskQuota() } });
