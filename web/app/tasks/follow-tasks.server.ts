import type { Db } from "#app/platform/database";
import { type Listener, MISSED } from "#app/platform/listener";
import { TASK_CHANGED_CHANNEL } from "./change-task.server";

/** Clocks of the app and of the database may be this far apart. */
const SLACK_MS = 1_000;

/**
 * Yields whenever a person's tasks have changed, in any process. Changes that come while the
 * reader is busy are told once.
 *
 * @param since when the reader last read the list; an invalid date for "just now"
 * @param signal ends it
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
    if (payload !== userId && payload !== MISSED) return;
    changed = true;
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  try {
    // Asked after listening has begun, so that nothing falls between the two.
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
  const after = new Date(since.getTime() - SLACK_MS);
  const row = await db.task.findFirst({
    where: { userId, updatedAt: { gt: after } },
    select: { number: true },
  });
  return row !== null;
}
