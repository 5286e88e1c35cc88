import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import type { Listener } from "#app/platform/listener";
import { MISSED } from "#app/platform/listener";
import { endsRun, type NewRunEvent, type RunEvent, type RunEventType } from "./run-event";

/** Channel on which a run's id tells its readers to look. */
export const RUN_EVENTS_CHANNEL = "run_event";

/** Readers look again after this long even if no notice came. */
const POLL_MS = 15_000;

/**
 * Appends events to a run and wakes its readers when the transaction commits.
 *
 * @returns the number of the last one
 */
export async function appendEvents(tx: Db, runId: string, events: NewRunEvent[]): Promise<number> {
  // One statement: it takes the numbers, writes the events and sends the notice.
  const rows = await tx.$queryRaw<{ lastSeq: number }[]>`
    WITH numbered AS (
      UPDATE run SET last_seq = last_seq + ${events.length}, updated_at = now()
      WHERE id = ${runId}::uuid RETURNING id, last_seq
    ), written AS (
      INSERT INTO run_event (run_id, seq, type, data)
      SELECT id, last_seq - ${events.length} + e.ordinality, e.value ->> 'type', e.value -> 'data'
      FROM numbered, jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY e
    )
    SELECT last_seq AS "lastSeq", pg_notify(${RUN_EVENTS_CHANNEL}, id::text)::text FROM numbered`;
  return rows[0]?.lastSeq ?? 0;
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
