import type { Db } from "#app/platform/database";
import { Prisma } from "#app/platform/generated/client";
import { type Listener, MISSED } from "#app/platform/listener";
import { query } from "#app/platform/query";
import { endsRun, type RunEvent } from "./run-event";
import { RUN_EVENTS_CHANNEL } from "./run-events.server";

/** Readers look again this often even if no notice came. */
const POLL_MS = 15_000;

/** So many of a run's newest events are remembered while somebody follows it. */
const REMEMBERED = 500;

interface FollowOptions {
  /** Number of the last event the reader has; 0 for all. */
  after: number;
  signal: AbortSignal;
  /** Also end when the run begins to wait for approval. */
  untilPaused?: boolean;
  /** An event after `after` that the caller has just written: the reader waits for no other look. */
  begun?: RunEvent;
}

/** A run that somebody follows: its new events are read once for all who do. */
class Feed {
  /** Those who wait for news; told whether it is only time to look again. */
  readonly waiting = new Set<(quiet: boolean) => void>();
  readers = 0;
  readonly #db: Db;
  readonly #runId: string;
  readonly #poll = setInterval(() => this.#wake(true), POLL_MS);
  #recent: RunEvent[] = [];
  #seq: number;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(db: Db, runId: string, after: number) {
    this.#db = db;
    this.#runId = runId;
    this.#seq = after;
  }

  /** The events after `seq`, as far as they have been read; older ones than remembered are read. */
  after(seq: number): RunEvent[] | Promise<RunEvent[]> {
    if (seq >= this.#seq) return [];
    const [first] = this.#recent;
    if (first && first.seq <= seq + 1) return this.#recent.slice(seq + 1 - first.seq);
    return readEvents(this.#db, this.#runId, seq);
  }

  close(): void {
    clearInterval(this.#poll);
  }

  /** Reads what is new, and wakes who waits. Notices that come meanwhile make it read again. */
  refresh(): Promise<void> {
    this.#again = true;
    this.#reading ??= this.#read().finally(() => {
      this.#reading = undefined;
    });
    return this.#reading;
  }

  /** Hears that there are events up to `seq`, which may be this process's own. */
  notice(seq: number): void {
    if (seq <= this.#seq) return;
    // The notice of what this process has written may come before the database's answer to it.
    setImmediate(() => {
      // Where this fails, the readers' own look fails too, and they are told.
      if (seq > this.#seq) this.refresh().catch(() => {});
    });
  }

  /** Takes events that this process has just written; reads them where some before are missing. */
  take(events: RunEvent[]): void {
    const [first] = events;
    if (first && first.seq <= this.#seq + 1) this.#add(events);
    else this.notice(Number.POSITIVE_INFINITY);
  }

  async #read(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const events = await readEvents(this.#db, this.#runId, this.#seq);
      this.#add(events);
      this.#again ||= events.length === REMEMBERED;
    }
  }

  /** Some of them may have been added by another way meanwhile. */
  #add(events: RunEvent[]): void {
    const fresh = events.filter(({ seq }) => seq > this.#seq);
    if (fresh.length === 0) return;
    this.#seq = fresh.at(-1)?.seq ?? this.#seq;
    this.#recent = [...this.#recent, ...fresh].slice(-REMEMBERED);
    this.#wake(false);
  }

  #wake(quiet: boolean): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const wake of waiting) wake(quiet);
  }
}

/** The runs that are followed in this process, each by its id. */
const feedsOf = new WeakMap<Listener, Map<string, Feed>>();

function openFeeds(listener: Listener): Map<string, Feed> {
  const known = feedsOf.get(listener);
  if (known) return known;
  const feeds = new Map<string, Feed>();
  feedsOf.set(listener, feeds);
  listener.on(RUN_EVENTS_CHANNEL, (payload) => {
    const [runId = "", seq] = payload.split(" ");
    if (payload !== MISSED) feeds.get(runId)?.notice(Number(seq));
    else for (const feed of feeds.values()) feed.notice(Number.POSITIVE_INFINITY);
  });
  return feeds;
}

/**
 * Gives those who follow a run in this process the events that it has just written, which are in
 * the database by now. They need not wait until the notice comes round and the events are read.
 */
export function passOn(listener: Listener, runId: string, events: RunEvent[]): void {
  feedsOf.get(listener)?.get(runId)?.take(events);
}

/**
 * Follows a run's events from any process, each once and in order, until the run is over or the
 * reader leaves. Any number of readers share one listening connection, and what it brings.
 */
export async function* followRun(
  db: Db,
  listener: Listener,
  runId: string,
  { after, signal, untilPaused = false, begun }: FollowOptions,
): AsyncGenerator<RunEvent> {
  const feeds = openFeeds(listener);
  const feed = feeds.get(runId) ?? new Feed(db, runId, after);
  feeds.set(runId, feed);
  feed.readers += 1;
  let seq = after;
  // Nothing came, as far as is known.
  let quiet = true;
  let wake = (_quiet: boolean) => {};
  const news = () =>
    new Promise<boolean>((resolve) => {
      wake = resolve;
      feed.waiting.add(resolve);
    });
  const leave = () => wake(true);
  signal.addEventListener("abort", leave);
  try {
    if (begun) feed.take([begun]);
    else await feed.refresh();
    while (!signal.aborted) {
      const events = feed.after(seq);
      for (const event of await events) {
        seq = event.seq;
        quiet = false;
        yield event;
        if (endsRun(event) || (untilPaused && event.type === "approval.required")) return;
      }
      if (!isEmpty(events)) continue;
      // Whoever has all of a run that is over is not kept waiting.
      if (quiet && (await isOver(db, runId, seq))) return;
      if (isEmpty(feed.after(seq)) && !signal.aborted) quiet = await news();
      if (quiet) await feed.refresh();
    }
  } finally {
    signal.removeEventListener("abort", leave);
    feed.waiting.delete(wake);
    feed.readers -= 1;
    if (feed.readers === 0) {
      feed.close();
      feeds.delete(runId);
    }
  }
}

const isEmpty = (events: RunEvent[] | Promise<RunEvent[]>): boolean =>
  Array.isArray(events) && events.length === 0;

/** True of a run that is over with its event `seq`, or gone. */
async function isOver(db: Db, runId: string, seq: number): Promise<boolean> {
  const run = await db.run.findUnique({
    where: { id: runId },
    select: { status: true, lastSeq: true },
  });
  if (!run) return true;
  return run.lastSeq <= seq && !["running", "awaiting_approval"].includes(run.status);
}

function readEvents(db: Db, runId: string, after: number): Promise<RunEvent[]> {
  return query<RunEvent>(
    db,
    Prisma.sql`
    SELECT seq, type, data FROM run_event WHERE run_id = ${runId}::uuid AND seq > ${after}::integer
    ORDER BY seq LIMIT ${REMEMBERED}::integer`,
    "read events",
  );
}
