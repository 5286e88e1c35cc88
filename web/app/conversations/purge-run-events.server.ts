import type { Db } from "#app/platform/database";

const KEPT_MS = 7 * 86_400_000;

/**
 * Removes the events of runs that ended a week ago: what was said is in their messages. The last
 * event stays, so that a late reader is told that the run is over.
 */
export function purgeRunEvents(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS);
  return db.$executeRaw`
    DELETE FROM run_event USING run
    WHERE run.id = run_event.run_id AND run_event.seq < run.last_seq
      AND run.status IN ('completed', 'failed', 'cancelled') AND run.updated_at <= ${before}`;
}
