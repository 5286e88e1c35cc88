import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { updatePreferences } from "#app/accounts/preferences/update-preferences.server";
import { type Caller, isStillAuthenticated, toActor } from "#app/api/authenticate";
import { streamEvents, watchAccess } from "#app/api/event-stream";
import { onceByKey, onceKeyOf } from "#app/api/idempotency";
import type { AppContext } from "#app/app-context";
import { answerApprovals } from "#app/conversations/approvals/answer-approvals.server";
import { followRun } from "#app/conversations/runs/follow-run.server";
import { getRun, type RunResult } from "#app/conversations/runs/get-run.server";
import type { StartedRun } from "#app/conversations/runs/run";
import { startRun } from "#app/conversations/runs/start-run.server";
import { stopRun } from "#app/conversations/runs/stop-run.server";
import { SAID_HEADER } from "#app/offline/pages/headers";
import { AppError } from "#app/platform/errors";
import { undoRun } from "#app/tasks/history/undo-run.server";
import { toWire as taskToWire } from "#app/tasks/task/wire-task";
import { chatOperations } from "./chat-operations";
import { route } from "./operation";
import { readSaidAt } from "./said-at";

/** Routes `POST /chat`, for each of its mounts. */
export function chatRoute(app: AppContext): Hono {
  const routes = new Hono();
  route(routes, app, chatOperations.chat, async ({ caller, body, request, context }) => {
    // A page tells the zone of its browser; one that the person has chosen comes before it.
    const seen = caller.by === "session" && caller.user.timeZoneChosen ? null : body.time_zone;
    const user = { ...caller.user, timeZone: seen ?? caller.user.timeZone };
    if (caller.by === "session" && user.timeZone !== caller.user.timeZone) {
      await updatePreferences(app, request, { timeZone: user.timeZone });
    }
    const started = await startRun(app, user, {
      message: body.message,
      language: body.locale,
      conversationId: body.conversation_id ?? undefined,
      replaces: body.replaces,
      attachments: body.attachments,
      saidAt: readWaited(request.headers),
      once: onceKeyOf(request, user.id, body),
    });
    return respond(app, caller, context, started);
  });
  return routes;
}

/** When a message was said that has waited on its device for longer than a request takes. */
function readWaited(headers: Headers): Date | undefined {
  const saidAt = readSaidAt(headers.get(SAID_HEADER), headers);
  return saidAt && Date.now() - saidAt.getTime() > WAITED_MS ? saidAt : undefined;
}

const WAITED_MS = 60_000;

/** Routes the operations on runs. */
export function runRoutes(app: AppContext): Hono {
  const routes = new Hono();

  route(routes, app, chatOperations.get, async ({ caller: { user }, param }) =>
    Response.json(toWire(await getRun(app.db, user.id, parseRunId(param("run_id"))))),
  );

  route(
    routes,
    app,
    chatOperations.events,
    async ({ caller: { user }, param, context, request }) => {
      const run = await getRun(app.db, user.id, parseRunId(param("run_id")));
      const after = parseEventId(context.req.header("last-event-id") ?? context.req.query("after"));
      return streamEvents(context, {
        draining: app.draining,
        log: app.log,
        isAllowed: () => isStillAuthenticated(app, request),
        follow: (signal) => followRun(app.db, app.listener, run.runId, { after, signal }),
      });
    },
  );

  route(routes, app, chatOperations.stop, async ({ caller: { user }, param }) => {
    await stopRun(app, user.id, parseRunId(param("run_id")));
    return new Response(null, { status: 202 });
  });

  route(
    routes,
    app,
    chatOperations.approvals,
    async ({ caller, body, param, context, request }) => {
      const once = onceKeyOf(request, caller.user.id, body);
      const runId = parseRunId(param("run_id"));
      const started = await answerApprovals(app, caller.user, runId, body, once);
      return respond(app, caller, context, started);
    },
  );

  route(routes, app, chatOperations.undo, ({ caller, body, param, request }) =>
    onceByKey(app, caller.user.id, request, body, async (tx) => {
      // Undo is a run of its own, so that it can be undone.
      const actor = { ...toActor(caller), runId: randomUUID() };
      const { tasks } = await undoRun(tx, actor, parseRunId(param("run_id")), body.force);
      return { status: 200, body: { run_id: actor.runId, tasks: tasks.map(taskToWire) } };
    }),
  );

  return routes;
}

/**
 * Responds as the client prefers: with a stream of events, immediately with the id of the run
 * (`Prefer: respond-async`, RFC 7240), or when the run ends or awaits approval. A disconnect does not
 * stop the run. The connection stays open during a drain, since another process may finish the run.
 */
async function respond(
  app: AppContext,
  { user }: Caller,
  context: Context,
  { runId, conversationId, lastEventId: after, firstEvent }: StartedRun,
): Promise<Response> {
  const follow = (signal: AbortSignal) =>
    followRun(app.db, app.listener, runId, { after, firstEvent, signal, untilPaused: true });
  const isAllowed = () => isStillAuthenticated(app, context.req.raw);
  if (context.req.header("accept")?.includes("text/event-stream")) {
    const { drainDeadline: draining, log } = app;
    return streamEvents(context, { draining, log, isAllowed, follow });
  }
  if (context.req.header("prefer")?.includes("respond-async")) {
    const body = {
      conversation_id: conversationId,
      run_id: runId,
      status: "running",
      last_event_id: after,
    };
    const location = `/api/v1/runs/${runId}`;
    return Response.json(body, { status: 202, headers: { location } });
  }
  const access = watchAccess(isAllowed);
  try {
    for await (const _ of follow(AbortSignal.any([app.drainDeadline, access.ended]))) {
      // Waits for the end of the run.
    }
  } finally {
    access.stop();
  }
  if (access.ended.aborted) throw new AppError("unauthorized", 401);
  return Response.json(toWire(await getRun(app.db, user.id, runId)));
}

function toWire(run: RunResult) {
  return {
    conversation_id: run.conversationId,
    run_id: run.runId,
    status: run.status,
    response: run.response,
    agent: run.agent,
    language: run.language,
    tool_calls: run.toolCalls.map(({ id, name, arguments: args, result }) => ({
      id,
      name,
      arguments: args,
      result,
    })),
    approvals: run.approvals,
    model: run.model,
    usage: { input_tokens: run.usage.inputTokens, output_tokens: run.usage.outputTokens },
    ...(run.error && { error: run.error }),
  };
}

/** Validates the run id of a path; an invalid one is reported as not found. */
function parseRunId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError("run_not_found", 404);
  return text;
}

function parseEventId(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : 0;
}
