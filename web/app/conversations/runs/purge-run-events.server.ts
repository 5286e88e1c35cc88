import type { Db } from "#app/platform/database/database";

const RETENTION_MS = 7 * 86_400_000;

/**
 * Deletes the events of runs that ended a week ago: their messages hold the content. The last event
 * stays, so that a late reader of the stream learns that the run is over.
 *
 * @returns how many were deleted
 */
export function purgeRunEvents(db: Db, now: Date): Promise<number> {
  const before = new Date(now.getTime() - RETENTION_MS);
  return db.$executeRaw`
    DELETE FROM run_event USING run
    WHERE run.id = run_event.run_id AND run_event.seq < run.last_seq
      AND run.status IN ('completed', 'failed', 'cancelled') AND run.updated_at <= ${before}`;
}
