import type { Context } from "hono";
import type { RunEvent } from "#app/conversations/run-event";
import { openStreams } from "#app/platform/metrics";

/** A comment this often keeps proxies from closing a quiet stream. */
export const KEEP_ALIVE_MS = 15_000;

/**
 * Answers with a run's events as Server-Sent Events; each `id` is the event's number, with which
 * a reader comes back in `Last-Event-ID`.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * @param closing aborts when the process will serve no longer; readers then come back elsewhere
 * @param follow gives the events until its signal aborts: the reader left, or `closing`
 */
export function streamEvents(
  context: Context,
  closing: AbortSignal,
  follow: (signal: AbortSignal) => AsyncGenerator<RunEvent>,
): Response {
  return stream(context, closing, "run", follow, frameOf);
}

/** The same with anything, under no name and no number. */
export function streamData(
  context: Context,
  closing: AbortSignal,
  follow: (signal: AbortSignal) => AsyncGenerator<object>,
): Response {
  return stream(context, closing, "chatkit", follow, (data) =>
    encoder.encode(`data: ${JSON.stringify(data)}\n\n`),
  );
}

function stream<Event>(
  context: Context,
  closing: AbortSignal,
  kind: string,
  follow: (signal: AbortSignal) => AsyncGenerator<Event>,
  toFrame: (event: Event) => Uint8Array,
): Response {
  // Proxies of nginx's kind would gather the stream.
  context.header("x-accel-buffering", "no");
  context.header("content-type", "text/event-stream");
  context.header("cache-control", "no-cache");
  const left = new AbortController();
  const signal = AbortSignal.any([left.signal, closing]);
  let read = () => {};
  async function send(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    const keepAlive = setInterval(() => controller.enqueue(KEEP_ALIVE), KEEP_ALIVE_MS);
    openStreams.inc({ kind });
    try {
      for await (const event of follow(signal)) {
        controller.enqueue(toFrame(event));
        // Who reads slowly is not sent more than they take.
        if ((controller.desiredSize ?? 0) > -BEHIND) continue;
        await new Promise<void>((resolve) => {
          read = resolve;
        });
      }
      if (left.signal.aborted) return;
      if (closing.aborted) controller.enqueue(encoder.encode(comeBack()));
      controller.close();
    } catch (error) {
      if (!left.signal.aborted) controller.error(error);
    } finally {
      openStreams.dec({ kind });
      clearInterval(keepAlive);
    }
  }
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void send(controller),
    pull: () => read(),
    cancel() {
      left.abort();
      read();
    },
  });
  return context.body(body);
}

/**
 * Tells a browser to come back soon, and not all of them at the same moment.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 */
export const comeBack = (): string => `retry: ${Math.round(300 + 700 * Math.random())}\n\n`;

/** So many events a reader may be behind. */
const BEHIND = 100;

const encoder = new TextEncoder();
const KEEP_ALIVE = encoder.encode(": keep-alive\n\n");

/** Events on the wire. Readers of one run are given the same events: each is written once. */
const frames = new WeakMap<RunEvent, Uint8Array>();

function frameOf(event: RunEvent): Uint8Array {
  const known = frames.get(event);
  if (known) return known;
  const { seq, type, data } = event;
  const frame = encoder.encode(`event: ${type}\ndata: ${JSON.stringify(data)}\nid: ${seq}\n\n`);
  frames.set(event, frame);
  return frame;
}
