import type { Db } from "#app/platform/database/database";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { type NewRunEvent, parseRunEvent, type RunEvent, type RunEventRow } from "./run-event";
import { LeaseLost } from "./run-lease.server";

/** Notification channel for new events; the payload is `<run id> <last seq>`. */
export const RUN_EVENTS_CHANNEL = "run_event";

/**
 * Appends events to a run and notifies its readers when the transaction commits.
 *
 * @param run `lease` null for a run that no process has
 * @returns the events with their numbers
 * @throws LeaseLost when the run's lease is not the given one
 */
export async function appendEvents(
  db: Db,
  { runId, lease }: { runId: string; lease: string | null },
  events: NewRunEvent[],
): Promise<RunEvent[]> {
  // One statement: it assigns the numbers, inserts the events and notifies. A call is completed at
  // most once per run, because `call_id` is unique.
  const rows = await query<{ lastSeq: number }>(
    db,
    Prisma.sql`
    WITH numbered AS (
      UPDATE run SET last_seq = last_seq + ${events.length}::integer, updated_at = now()
      WHERE id = ${runId}::uuid AND lease_owner IS NOT DISTINCT FROM ${lease}::text
      RETURNING id, last_seq
    ), written AS (
      INSERT INTO run_event (run_id, seq, type, data, call_id)
      SELECT id, last_seq - ${events.length}::integer + e.ordinality, e.value ->> 'type',
        e.value -> 'data',
        CASE WHEN e.value ->> 'type' = 'tool.completed' THEN e.value -> 'data' ->> 'id' END
      FROM numbered, jsonb_array_elements(${toJsonb(events)}::jsonb) WITH ORDINALITY e
    )
    SELECT last_seq AS "lastSeq", 
      pg_notify(${RUN_EVENTS_CHANNEL}::text, id || ' ' || last_seq)::text
    FROM numbered`,
    "append events",
  );
  if (!rows[0]) throw new LeaseLost(runId);
  const before = rows[0].lastSeq - events.length;
  return events.map((event, index) => ({ ...event, seq: before + index + 1 }));
}

/** Serializes a value for jsonb, which accepts neither NUL nor lone surrogates. */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value, (_key, member) =>
    typeof member === "string" ? member.replaceAll("\0", "").toWellFormed() : member,
  );
}

/**
 * Reads the events of a run's current segment: those after the last time it awaited approval, or
 * all of them.
 */
export async function readSegmentEvents(db: Db, runId: string): Promise<RunEvent[]> {
  const rows = await query<RunEventRow>(
    db,
    Prisma.sql`
    SELECT seq, type, data FROM run_event WHERE run_id = ${runId}::uuid AND seq > COALESCE((
      SELECT max(seq) FROM run_event
      WHERE run_id = ${runId}::uuid AND type = 'approval.required'
    ), 0) ORDER BY seq`,
    "read segment",
  );
  return rows.map(parseRunEvent);
}
