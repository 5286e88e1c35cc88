import type { Db } from "#app/platform/database/database";
import { type Listener, MISSED_PAYLOAD } from "#app/platform/database/listener";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";

/** Allowed clock difference between the app and the database. */
const CLOCK_SKEW_MS = 1_000;

/**
 * Yields whenever a person's tasks have changed, in any process. Changes that arrive while the
 * consumer is busy are merged into one.
 *
 * @param since when the consumer last read the list; an invalid date for "just now"
 * @param signal ends the iteration
 */
export async function* followTasks(
  db: Db,
  listener: Listener,
  userId: string,
  since: Date,
  signal: AbortSignal,
): AsyncGenerator<void> {
  let changed = false;
  let wake = () => {};
  const stopListening = listener.on(TASK_CHANGED_CHANNEL, (payload) => {
    if (payload !== userId && payload !== MISSED_PAYLOAD) return;
    changed = true;
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    // Checked after subscribing, so that no change is missed in between.
    changed ||= await changedSince(db, userId, since);
    while (!signal.aborted) {
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      changed = false;
      yield;
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    stopListening();
  }
}

async function changedSince(db: Db, userId: string, since: Date): Promise<boolean> {
  if (Number.isNaN(since.getTime())) return false;
  const after = new Date(since.getTime() - CLOCK_SKEW_MS);
  const row = await db.task.findFirst({
    where: { userId, updatedAt: { gt: after } },
    select: { number: true },
  });
  return row !== null;
}
