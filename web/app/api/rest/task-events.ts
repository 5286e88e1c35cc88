import { Hono } from "hono";
import { z } from "zod";
import { isStillAuthenticated } from "#app/api/authenticate";
import { streamFrames } from "#app/api/event-stream";
import type { AppContext } from "#app/app-context";
import { described, MOMENT_FORMAT } from "#app/platform/documented";
import { AppError } from "#app/platform/errors";
import { followTasks } from "#app/tasks/list/follow-tasks.server";
import { parseDue } from "#app/tasks/task/due-date";
import { operation, route } from "./operation";

const STREAM = "text/event-stream";
const CHANGED = "event: tasks.changed\ndata: {}\n\n";

/** The stream of changes. */
export const taskEventOperations = {
  follow: operation({
    id: "followTasks",
    tag: "Tasks",
    method: "GET",
    path: "/tasks/events",
    summary: "Follow changes of tasks",
    description:
      "Server-Sent Events: `tasks.changed` whenever tasks have changed, whoever changed them. Its data is empty: read `/tasks/changes` or the list again. Stays open.",
    underUserId: true,
    query: z.strictObject({
      since: described(z.string(), MOMENT_FORMAT)
        .optional()
        .describe("When you last read the list (RFC 3339): later changes are told at once."),
    }),
    responses: {
      200: {
        description: "The events, with a comment now and then that keeps the connection open.",
        mediaTypes: [STREAM],
        examples: { [STREAM]: `: listening\n\n${CHANGED}` },
      },
    },
    problems: [422],
  }),
};

/** Routes of {@link taskEventOperations}. */
export function taskEventRoutes(app: AppContext): Hono {
  const routes = new Hono();
  route(routes, app, taskEventOperations.follow, async ({ caller, query, context, request }) => {
    const since = parseSince(query.since);
    async function* follow(signal: AbortSignal): AsyncGenerator<string> {
      yield ": listening\n\n";
      const { db, listener } = app;
      for await (const _ of followTasks(db, listener, caller.user.id, since, signal)) yield CHANGED;
    }
    return streamFrames(context, {
      draining: app.draining,
      log: app.log,
      isAllowed: () => isStillAuthenticated(app, request),
      follow,
    });
  });
  return routes;
}

/** Parses a moment between 1970 and 9999; without one, no moment. */
function parseSince(text: string | undefined): Date {
  if (text === undefined) return new Date(Number.NaN);
  const since = parseDue(text);
  if (since?.dueHasTime && since.dueAt && since.dueAt.getUTCFullYear() >= 1970) return since.dueAt;
  const values = { expected: "an RFC 3339 moment since 1970" };
  throw new AppError("invalid_input", 422, { field: "since", values });
}
