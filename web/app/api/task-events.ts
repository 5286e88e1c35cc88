import { Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Karlo } from "#app/karlo.server";
import { openStreams } from "#app/platform/metrics";
import { followTasks } from "#app/tasks/follow-tasks.server";
import { authenticate, requireSelf } from "./authenticate";
import { comeBack, KEEP_ALIVE_MS } from "./event-stream";

/**
 * `GET /tasks/events`: a stream that says `tasks.changed` whenever a task of the person changed,
 * whoever changed it. It says that the list is to be read again, not what is in it.
 *
 * `since` (RFC 3339) is when the reader last read the list: what changed after it is told at once.
 */
export function taskEventRoutes(karlo: Karlo): Hono {
  return new Hono().get("/tasks/events", async (c) => {
    const who = await authenticate(karlo, c.req.raw);
    requireSelf(who, c.req.param("user_id" as never));
    const since = new Date(c.req.query("since") ?? Number.NaN);
    c.header("x-accel-buffering", "no");
    return streamSSE(c, async (stream) => {
      const left = new AbortController();
      stream.onAbort(() => left.abort());
      const signal = AbortSignal.any([left.signal, karlo.closing]);
      const keepAlive = setInterval(() => void stream.write(": keep-alive\n\n"), KEEP_ALIVE_MS);
      openStreams.inc({ kind: "tasks" });
      try {
        await stream.write(": listening\n\n");
        for await (const _ of followTasks(karlo.db, karlo.listener, who.user.id, since, signal)) {
          await stream.writeSSE({ event: "tasks.changed", data: "{}" });
        }
        if (!left.signal.aborted) await stream.write(comeBack());
      } finally {
        openStreams.dec({ kind: "tasks" });
        clearInterval(keepAlive);
      }
    });
  });
}
