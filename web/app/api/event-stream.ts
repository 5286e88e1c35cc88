import type { Context } from "hono";
import type { RunEvent } from "#app/conversations/runs/run-event";
import { AppError } from "#app/platform/errors";
import type { Logger } from "#app/platform/log";
import { openStreams } from "#app/platform/metrics";
import { currentScope } from "#app/platform/scope";

/** Interval of the comments that keep proxies from closing an idle stream. */
const KEEP_ALIVE_MS = 15_000;

/**
 * Interval at which an open stream checks that its caller is still signed in. A stream outlives its
 * session, or its token, by at most this and the time of the check.
 */
const ACCESS_CHECK_MS = 20_000;

/** What a stream of `Event` is made of. */
export interface EventStream<Event> {
  /** Aborts when the process stops serving; clients then reconnect to another one. */
  draining: AbortSignal;
  /** Whether the caller may still read; asked again and again while the stream is open. */
  isAllowed(): Promise<boolean>;
  log: Logger;
  /** Yields the events until its signal aborts: on a disconnect, on `draining` or without access. */
  follow(signal: AbortSignal): AsyncGenerator<Event>;
}

/**
 * Responds with a run's events as Server-Sent Events. The `id` of each is its sequence number, which
 * a client sends in `Last-Event-ID` to resume.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function streamEvents(context: Context, source: EventStream<RunEvent>): Response {
  return stream(context, source, "run", frameOf);
}

/** Like {@link streamEvents} for arbitrary JSON, without event names and ids. */
export function streamData(context: Context, source: EventStream<object>): Response {
  return stream(context, source, "chatkit", (data) =>
    encoder.encode(`data: ${JSON.stringify(data)}\n\n`),
  );
}

/** Like {@link streamEvents} for frames that are ready to send. */
export function streamFrames(context: Context, source: EventStream<string>): Response {
  return stream(context, source, "tasks", (frame) => encoder.encode(frame));
}

function stream<Event>(
  context: Context,
  { draining, isAllowed, log, follow }: EventStream<Event>,
  kind: string,
  toFrame: (event: Event) => Uint8Array,
): Response {
  // Disables the response buffering of nginx.
  context.header("x-accel-buffering", "no");
  context.header("content-type", "text/event-stream");
  context.header("cache-control", "no-store");
  const disconnect = new AbortController();
  const access = watchAccess(isAllowed);
  const signal = AbortSignal.any([disconnect.signal, draining, access.ended]);
  let onPull = () => {};
  access.ended.addEventListener("abort", () => onPull());
  async function send(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const keepAlive = setInterval(() => controller.enqueue(KEEP_ALIVE), KEEP_ALIVE_MS);
    openStreams.inc({ kind });
    try {
      for await (const event of follow(signal)) {
        if (access.ended.aborted) break;
        controller.enqueue(toFrame(event));
        // Backpressure: waits for a slow reader.
        if ((controller.desiredSize ?? 0) > -QUEUED_MAX) continue;
        await new Promise<void>((resolve) => {
          onPull = resolve;
        });
      }
      if (disconnect.signal.aborted) return;
      if (draining.aborted) controller.enqueue(encoder.encode(retryField()));
      controller.close();
    } catch (error) {
      if (disconnect.signal.aborted) return;
      log.error({ err: error }, "stream failed");
      controller.error(error);
    } finally {
      openStreams.dec({ kind });
      clearInterval(keepAlive);
      access.stop();
    }
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void send(controller),
    pull: () => onPull(),
    cancel() {
      disconnect.abort();
      onPull();
    },
  });
  return context.body(body);
}

/** Most answers of one person that stay open, in one process: several windows on several devices. */
const OPEN_MAX = 100;
/** What `Retry-After` says to who has as many, in seconds. */
const RETRY_AFTER = 30;
const openOf = new Map<string, number>();

/**
 * Counts an answer that stays open to the person whose request this is.
 *
 * @returns ends the count, once
 * @throws AppError `rate_limited` (429) with `retryAfter`
 */
function countOpen(): () => void {
  const { user } = currentScope() ?? {};
  if (user === undefined) return () => {};
  const open = (openOf.get(user) ?? 0) + 1;
  if (open > OPEN_MAX)
    throw new AppError("rate_limited", 429, { values: { retryAfter: RETRY_AFTER } });
  openOf.set(user, open);
  let counts = true;
  return () => {
    if (!counts) return;
    counts = false;
    const left = (openOf.get(user) ?? 1) - 1;
    if (left > 0) openOf.set(user, left);
    else openOf.delete(user);
  };
}

/**
 * Watches whether a caller still has access, for responses that take long. Of one person only so many
 * are open at a time.
 *
 * @returns a signal that aborts when the access has ended, and a function that ends the watch
 * @throws AppError `rate_limited` (429) with `retryAfter`
 */
export function watchAccess(isAllowed: () => Promise<boolean>): {
  ended: AbortSignal;
  stop(): void;
} {
  const uncount = countOpen();
  const ended = new AbortController();
  const timer = setInterval(async () => {
    // A check that fails says nothing about the session.
    const allowed = await isAllowed().catch(() => true);
    if (allowed) return;
    clearInterval(timer);
    ended.abort();
  }, ACCESS_CHECK_MS);
  timer.unref();
  const stop = () => {
    clearInterval(timer);
    uncount();
  };
  return { ended: ended.signal, stop };
}

/**
 * Returns a `retry` field that makes a browser reconnect soon, with jitter.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
const retryField = (): string => `retry: ${Math.round(300 + 700 * Math.random())}\n\n`;

/** Maximum number of events queued for a slow reader. */
const QUEUED_MAX = 100;

const encoder = new TextEncoder();
const KEEP_ALIVE = encoder.encode(": keep-alive\n\n");

/** Encoded events. The readers of a run share its event objects, so each is encoded once. */
const frames = new WeakMap<RunEvent, Uint8Array>();

function frameOf(event: RunEvent): Uint8Array {
  const cached = frames.get(event);
  if (cached) return cached;
  const { seq, type, data } = event;
  const frame = encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\nid: ${seq}\n\n`);
  frames.set(event, frame);
  return frame;
}
