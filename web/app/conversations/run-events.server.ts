import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import type { Listener } from "#app/platform/listener";
import { MISSED } from "#app/platform/listener";
import { query } from "#app/platform/query";
import { endsRun, type NewRunEvent, type RunEvent, type RunEventType } from "./run-event";
import { LeaseLost } from "./run-lease.server";

/** Channel on which a run's id tells its readers to look. */
export const RUN_EVENTS_CHANNEL = "run_event";

/** Readers look again after this long even if no notice came. */
const POLL_MS = 15_000;

/**
 * Appends events to a run and wakes its readers when the transaction commits.
 *
 * @returns the number of the last one
 * @throws LeaseLost when the run is another's by now, or nobody's
 */
export async function appendEvents(
  db: Db,
  { runId, lease }: { runId: string; lease: string | null },
  events: NewRunEvent[],
): Promise<number> {
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
    SELECT last_seq AS "lastSeq", pg_notify(${RUN_EVENTS_CHANNEL}::text, id::text)::text
    FROM numbered`,
  );
  if (!rows[0]) throw new LeaseLost(runId);
  return rows[0].lastSeq;
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
  );
}

interface FollowOptions {
  /** Number of the last event the reader has; 0 for all. */
  after: number;
  signal: AbortSignal;
  /** Also end when the run begins to wait for approval. */
  untilPaused?: boolean;
}

/**
 * Follows a run's events from any process, each once and in order, until the run ends or the
 * reader leaves. Any number of readers share one listening connection.
 */
export async function* followRun(
  db: Db,
  listener: Listener,
  runId: string,
  { after, signal, untilPaused = false }: FollowOptions,
): AsyncGenerator<RunEvent> {
  let wake = () => {};
  let noticed = true;
  const stopListening = listener.on(RUN_EVENTS_CHANNEL, (payload) => {
    if (payload !== runId && payload !== MISSED) return;
    noticed = true;
    wake();
  });
  const onAbort = () => wake();
  signal.addEventListener("abort", onAbort);
  let seq = after;
  try {
    while (!signal.aborted) {
      noticed = false;
      for (const event of await readEvents(db, runId, seq)) {
        seq = event.seq;
        yield event;
        if (endsRun(event) || (untilPaused && event.type === "approval.required")) return;
      }
      if (noticed || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    stopListening();
  }
}

async function readEvents(db: Db, runId: string, after: number): Promise<RunEvent[]> {
  const rows = await db.runEvent.findMany({
    where: { runId, seq: { gt: after } },
    orderBy: { seq: Prisma.SortOrder.asc },
    take: 500,
  });
  return rows.map(
    (row) => ({ seq: row.seq, type: row.type as RunEventType, data: row.data }) as RunEvent,
  );
}
