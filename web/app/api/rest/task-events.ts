import { Hono } from "hono";
import { authenticate, isStillAuthenticated, requireSelf } from "#app/api/authenticate";
import { streamFrames } from "#app/api/event-stream";
import type { AppContext } from "#app/app-context";
import { AppError } from "#app/platform/errors";
import { followTasks } from "#app/tasks/list/follow-tasks.server";

const CHANGED = "event: tasks.changed\ndata: {}\n\n";

/**
 * `GET /tasks/events`: a stream of `tasks.changed` events, one when tasks of the user have changed,
 * whoever changed them. The event has no data: the client reads the list again.
 *
 * `since` (RFC 3339) is the time of the client's last read: later changes are reported immediately.
 */
export function taskEventRoutes(app: AppContext): Hono {
  return new Hono().get("/tasks/events", async (c) => {
    const request = c.req.raw;
    const caller = await authenticate(app, request);
    requireSelf(caller, c.req.param("user_id" as never));
    const since = parseSince(c.req.query("since"));
    async function* follow(signal: AbortSignal): AsyncGenerator<string> {
      yield ": listening\n\n";
      const { db, listener } = app;
      for await (const _ of followTasks(db, listener, caller.user.id, since, signal)) yield CHANGED;
    }
    return streamFrames(c, {
      draining: app.draining,
      log: app.log,
      isAllowed: () => isStillAuthenticated(app, request),
      follow,
    });
  });
}

/** Parses a moment between 1970 and 9999; without one, no moment. */
function parseSince(text: string | undefined): Date {
  if (text === undefined) return new Date(Number.NaN);
  const since = new Date(text);
  const year = since.getUTCFullYear();
  if (year >= 1970 && year <= 9999) return since;
  const values = { expected: "an RFC 3339 moment since 1970" };
  throw new AppError("invalid_input", 422, { field: "since", values });
}
