import type { Db } from "#app/platform/database/database";
import { type Listener, MISSED_PAYLOAD } from "#app/platform/database/listener";
import { query } from "#app/platform/database/query";
import { Prisma } from "#app/platform/generated/client";
import { isFinalEvent, parseRunEvent, type RunEvent, type RunEventRow } from "./run-event";
import { RUN_EVENTS_CHANNEL } from "./run-events.server";

/** Interval of polling, in case a notification was missed. */
const POLL_MS = 15_000;

/** Number of a run's newest events that a feed buffers, and most events of one query. */
const BUFFER_SIZE = 500;

interface FollowOptions {
  /** Number of the last event the reader has; 0 for all. */
  after: number;
  signal: AbortSignal;
  /** Also end when the run awaits approval. */
  untilPaused?: boolean;
  /** The event after `after`, if the caller has just written it: saves the first query. */
  firstEvent?: RunEvent;
}

/** The events of a run that has readers in this process; each is queried once for all of them. */
class Feed {
  /** Called once, at the next event (`false`) or poll (`true`). */
  readonly waiters = new Set<(idle: boolean) => void>();
  readers = 0;
  readonly #db: Db;
  readonly #runId: string;
  readonly #poll = setInterval(() => this.#wake(true), POLL_MS);
  #buffer: RunEvent[] = [];
  /** Number of the last event that was read. */
  #seq: number;
  #reading: Promise<void> | undefined;
  #readAgain = false;

  constructor(db: Db, runId: string, after: number) {
    this.#db = db;
    this.#runId = runId;
    this.#seq = after;
  }

  /** The known events after `seq`; queries them if they are older than the buffer. */
  eventsAfter(seq: number): RunEvent[] | Promise<RunEvent[]> {
    if (seq >= this.#seq) return [];
    const [first] = this.#buffer;
    if (first && first.seq <= seq + 1) return this.#buffer.slice(seq + 1 - first.seq);
    return readEvents(this.#db, this.#runId, seq);
  }

  close(): void {
    clearInterval(this.#poll);
  }

  /** Reads new events. Concurrent calls share a query, which is repeated for the later ones. */
  refresh(): Promise<void> {
    this.#readAgain = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Handles a notification that there are events up to `seq`. */
  notify(seq: number): void {
    if (seq <= this.#seq) return;
    // The notification of this process's own write can arrive before the result of that write,
    // which brings the events themselves.
    setImmediate(() => {
      // If the query fails, the one of the next poll reports the error to the readers.
      if (seq > this.#seq) this.refresh().catch(() => {});
    });
  }

  /** Adds events that this process has just written; queries instead if some before are missing. */
  push(events: RunEvent[]): void {
    const [first] = events;
    if (first && first.seq <= this.#seq + 1) this.#add(events);
    else this.notify(Number.POSITIVE_INFINITY);
  }

  async #read(): Promise<void> {
    while (this.#readAgain) {
      this.#readAgain = false;
      const events = await readEvents(this.#db, this.#runId, this.#seq);
      this.#add(events);
      this.#readAgain ||= events.length === BUFFER_SIZE;
    }
  }

  /** Adds those of the events that were not added meanwhile. */
  #add(events: RunEvent[]): void {
    const added = events.filter(({ seq }) => seq > this.#seq);
    if (added.length === 0) return;
    this.#seq = added.at(-1)?.seq ?? this.#seq;
    this.#buffer = [...this.#buffer, ...added].slice(-BUFFER_SIZE);
    this.#wake(false);
  }

  #wake(idle: boolean): void {
    const waiters = [...this.waiters];
    this.waiters.clear();
    for (const wake of waiters) wake(idle);
  }
}

/** The feeds of this process by run id. */
const feedsOf = new WeakMap<Listener, Map<string, Feed>>();

function openFeeds(listener: Listener): Map<string, Feed> {
  const opened = feedsOf.get(listener);
  if (opened) return opened;
  const feeds = new Map<string, Feed>();
  feedsOf.set(listener, feeds);
  listener.on(RUN_EVENTS_CHANNEL, (payload) => {
    const [runId = "", seq] = payload.split(" ");
    if (payload !== MISSED_PAYLOAD) feeds.get(runId)?.notify(Number(seq));
    else for (const feed of feeds.values()) feed.notify(Number.POSITIVE_INFINITY);
  });
  return feeds;
}

/**
 * Passes committed events to the run's readers in this process, ahead of the notification and
 * without a query.
 */
export function publishEvents(listener: Listener, runId: string, events: RunEvent[]): void {
  feedsOf.get(listener)?.get(runId)?.push(events);
}

/**
 * Streams a run's events, whichever process executes it: each once and in order, until the run ends
 * or `signal` aborts. All readers in a process share one listening connection and one query per
 * notification.
 *
 * @throws what a query throws
 */
export async function* followRun(
  db: Db,
  listener: Listener,
  runId: string,
  { after, signal, untilPaused = false, firstEvent }: FollowOptions,
): AsyncGenerator<RunEvent> {
  const feeds = openFeeds(listener);
  const feed = feeds.get(runId) ?? new Feed(db, runId, after);
  feeds.set(runId, feed);
  feed.readers += 1;
  let seq = after;
  // True until the first event and after each poll: then the run may be over already.
  let idle = true;
  let wake = (_idle: boolean) => {};
  const nextWake = () =>
    new Promise<boolean>((resolve) => {
      wake = resolve;
      feed.waiters.add(resolve);
    });
  const onAbort = () => wake(true);
  signal.addEventListener("abort", onAbort);
  try {
    if (firstEvent) feed.push([firstEvent]);
    else await feed.refresh();
    while (!signal.aborted) {
      const events = feed.eventsAfter(seq);
      for (const event of await events) {
        seq = event.seq;
        idle = false;
        yield event;
        if (isFinalEvent(event) || (untilPaused && event.type === "approval.required")) return;
      }
      if (!isEmpty(events)) continue;
      if (idle && (await isOver(db, runId, seq))) return;
      if (isEmpty(feed.eventsAfter(seq)) && !signal.aborted) idle = await nextWake();
      if (idle) await feed.refresh();
    }
  } finally {
    signal.removeEventListener("abort", onAbort);
    feed.waiters.delete(wake);
    feed.readers -= 1;
    if (feed.readers === 0) {
      feed.close();
      feeds.delete(runId);
    }
  }
}

const isEmpty = (events: RunEvent[] | Promise<RunEvent[]>): boolean =>
  Array.isArray(events) && events.length === 0;

/** True if the run has ended and `seq` is its last event, or it no longer exists. */
async function isOver(db: Db, runId: string, seq: number): Promise<boolean> {
  const run = await db.run.findUnique({
    where: { id: runId },
    select: { status: true, lastSeq: true },
  });
  if (!run) return true;
  return run.lastSeq <= seq && !["running", "awaiting_approval"].includes(run.status);
}

async function readEvents(db: Db, runId: string, after: number): Promise<RunEvent[]> {
  const rows = await query<RunEventRow>(
    db,
    Prisma.sql`
    SELECT seq, type, data FROM run_event WHERE run_id = ${runId}::uuid AND seq > ${after}::integer
    ORDER BY seq LIMIT ${BUFFER_SIZE}::integer`,
    "read events",
  );
  return rows.map(parseRunEvent);
}
