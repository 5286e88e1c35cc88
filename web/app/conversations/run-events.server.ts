import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { query } from "#app/platform/query";
import type { NewRunEvent, RunEvent } from "./run-event";
import { LeaseLost } from "./run-lease.server";

/** Channel on which a run's id, and the number of its last event, tell its readers to look. */
export const RUN_EVENTS_CHANNEL = "run_event";

/**
 * Appends events to a run and wakes its readers when the transaction commits.
 *
 * @returns the events with their numbers
 * @throws LeaseLost when the run is another's by now, or nobody's
 */
export async function appendEvents(
  db: Db,
  { runId, lease }: { runId: string; lease: string | null },
  events: NewRunEvent[],
): Promise<RunEvent[]> {
  // One statement: it takes the numbers, writes the events and sends the notice. Only one event
  // of a run completes a call: its `call_id` is unique.
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

/** JSON that PostgreSQL takes: without NUL, and without halves of characters. */
export function toJsonb(value: unknown): string {
  return JSON.stringify(value, (_key, member) =>
    typeof member === "string" ? member.replaceAll("\0", "").toWellFormed() : member,
  );
}

/** The events of a run since a person took it up last: the message, or an answer. */
export function readStretch(db: Db, runId: string): Promise<RunEvent[]> {
  return query<RunEvent>(
    db,
    Prisma.sql`
    SELECT seq, type, data FROM run_event WHERE run_id = ${runId}::uuid AND seq > COALESCE((
      SELECT max(seq) FROM run_event
      WHERE run_id = ${runId}::uuid AND type = 'approval.required'
    ), 0) ORDER BY seq`,
    "read stretch",
  );
}
