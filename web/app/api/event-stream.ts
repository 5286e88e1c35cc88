import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { RunEvent } from "#app/conversations/run-event";
import type { Karlo } from "#app/karlo.server";

/** A comment this often keeps proxies from closing a quiet stream. */
export const KEEP_ALIVE_MS = 15_000;

/**
 * Answers with a run's events as Server-Sent Events; each `id` is the event's number, with which
 * a reader comes back in `Last-Event-ID`.
 * Source: https://html.spec.whatwg.org/multipage/server-sent-events.html
 *
 * @param follow gives the events until its signal aborts: the reader left, or the process drains
 */
export function streamEvents(
  context: Context,
  { closing }: Karlo,
  follow: (signal: AbortSignal) => AsyncGenerator<RunEvent>,
): Response {
  // Proxies of nginx's kind would gather the stream.
  context.header("x-accel-buffering", "no");
  return streamSSE(context, async (stream) => {
    const left = new AbortController();
    stream.onAbort(() => left.abort());
    const keepAlive = setInterval(() => void stream.write(": keep-alive\n\n"), KEEP_ALIVE_MS);
    try {
      for await (const { seq, type, data } of follow(AbortSignal.any([left.signal, closing]))) {
        await stream.writeSSE({ id: String(seq), event: type, data: JSON.stringify(data) });
      }
    } finally {
      clearInterval(keepAlive);
    }
  });
}
