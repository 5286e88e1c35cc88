import { z } from "zod";
import type { SnoozeTime } from "#app/i18n/reminder-texts";
import type { Db } from "#app/platform/database/database";
import { inTransaction } from "#app/platform/database/transaction";
import { AppError, isAppError } from "#app/platform/errors";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import { toggleComplete } from "#app/tasks/task/toggle-complete.server";
import type { ActionGrant } from "./action-token.server";
import { snoozeTasks } from "./snooze.server";

/** What a button of a notification does. */
export const notificationAction = z.enum(["done", "snooze-10m", "snooze-1h", "snooze-morning"], {
  error: "done, snooze-10m, snooze-1h or snooze-morning",
});

/** A button of a notification. */
export type NotificationAction = z.infer<typeof notificationAction>;

/** Most tasks that one press completes: the button is shown for one, and this is a transaction. */
const DONE_MAX = 100;

/**
 * Carries out a button of a notification: its open tasks are completed or put off, and it counts as
 * read. Pressed twice, it does the same once.
 *
 * @param saidAt when it was pressed, if that is some time ago
 * @returns the number of its tasks; null when the notification is not there any more
 * @throws AppError `invalid_input` (422) for too many tasks to complete at once
 */
export async function actOnNotification(
  db: Db,
  { userId, notification: id }: ActionGrant,
  action: NotificationAction,
  saidAt?: Date,
): Promise<number | null> {
  return inTransaction(db, async (tx) => {
    const notification = await tx.notification.findFirst({
      where: { userId, id: BigInt(id) },
      select: { taskNumbers: true, user: { select: { timeZone: true } } },
    });
    if (!notification) return null;
    const { taskNumbers, user } = notification;
    if (action === "done") {
      if (taskNumbers.length > DONE_MAX)
        throw new AppError("invalid_input", 422, {
          field: "action",
          values: { expected: `done for at most ${DONE_MAX} tasks`, received: action },
        });
      const actor = { userId, by: "person", timeZone: user.timeZone } as const;
      for (const number of taskNumbers) {
        await toggleComplete(tx, actor, number, true).catch((error) => {
          // It is in the trash by now.
          if (!isAppError(error)) throw error;
        });
      }
    } else {
      const time = action.slice("snooze-".length) as SnoozeTime;
      await snoozeTasks(tx, userId, taskNumbers, time, saidAt);
    }
    await markRead(tx, userId, BigInt(id));
    return taskNumbers.length;
  });
}

/**
 * Marks a person's notifications as read, on every device.
 *
 * @param only the id of one of them; all without it
 */
export async function markRead(db: Db, userId: string, only?: bigint): Promise<void> {
  const { count } = await db.notification.updateMany({
    where: { userId, readAt: null, ...(only !== undefined && { id: only }) },
    data: { readAt: new Date() },
  });
  if (count > 0) await db.$executeRaw`SELECT pg_notify(${TASK_CHANGED_CHANNEL}, ${userId})`;
}
