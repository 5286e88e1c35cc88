import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { updatePreferences } from "#app/accounts/update-preferences.server";
import { answerApprovals } from "#app/conversations/answer-approvals.server";
import { followRun } from "#app/conversations/follow-run.server";
import { getRun, type RunResult } from "#app/conversations/get-run.server";
import type { StartedRun } from "#app/conversations/run";
import { startRun } from "#app/conversations/start-run.server";
import { stopRun } from "#app/conversations/stop-run.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { toWire as taskToWire } from "#app/tasks/task";
import { undoRun } from "#app/tasks/undo-run.server";
import { type Caller, toActor } from "./authenticate";
import { chatOperations } from "./chat-operations";
import { streamEvents } from "./event-stream";
import { route } from "./operation";

/** `POST /chat`, under each of its addresses. */
export function chatRoute(karlo: Karlo): Hono {
  const routes = new Hono();
  route(routes, karlo, chatOperations.chat, async ({ who, body, request, context }) => {
    const user = { ...who.user, timeZone: body.time_zone ?? who.user.timeZone };
    if (who.by === "session" && user.timeZone !== who.user.timeZone) {
      await updatePreferences(karlo, request, { timeZone: user.timeZone });
    }
    const started = await startRun(karlo, user, {
      message: body.message,
      language: body.locale,
      conversationId: body.conversation_id ?? undefined,
      replaces: body.replaces,
      attachments: body.attachments,
    });
    return answer(karlo, who, context, started);
  });
  return routes;
}

/** Runs: their streams, stop and approvals. */
export function runRoutes(karlo: Karlo): Hono {
  const routes = new Hono();

  route(routes, karlo, chatOperations.get, async ({ who: { user }, param }) =>
    Response.json(toWire(await getRun(karlo.db, user.id, runId(param("run_id"))))),
  );

  route(routes, karlo, chatOperations.events, async ({ who: { user }, param, context }) => {
    const run = await getRun(karlo.db, user.id, runId(param("run_id")));
    const after = lastEventId(context.req.header("last-event-id") ?? context.req.query("after"));
    return streamEvents(context, karlo.closing, (signal) =>
      followRun(karlo.db, karlo.listener, run.runId, { after, signal }),
    );
  });

  route(routes, karlo, chatOperations.stop, async ({ who: { user }, param }) => {
    await stopRun(karlo, user.id, runId(param("run_id")));
    return new Response(null, { status: 202 });
  });

  route(routes, karlo, chatOperations.approvals, async ({ who, body, param, context }) => {
    const started = await answerApprovals(karlo, who.user, runId(param("run_id")), body);
    return answer(karlo, who, context, started);
  });

  route(routes, karlo, chatOperations.undo, async ({ who, body, param }) => {
    // A run of its own, so that undoing can be undone.
    const actor = { ...toActor(who), runId: randomUUID() };
    const { tasks } = await undoRun(karlo.db, actor, runId(param("run_id")), body.force);
    return Response.json({ run_id: actor.runId, tasks: tasks.map(taskToWire) });
  });

  return routes;
}

/**
 * Answers as the caller prefers: a stream of events, at once with the run's number (`Prefer:
 * respond-async`, RFC 7240), or when the run ends or waits. The run goes on whatever becomes of
 * the connection, and the connection while the process drains: another may end the run.
 */
async function answer(
  karlo: Karlo,
  { user }: Caller,
  context: Context,
  { runId, conversationId, lastEventId: after, begun }: StartedRun,
): Promise<Response> {
  const follow = (signal: AbortSignal) =>
    followRun(karlo.db, karlo.listener, runId, { after, begun, signal, untilPaused: true });
  if (context.req.header("accept")?.includes("text/event-stream")) {
    return streamEvents(context, karlo.ending, follow);
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
  for await (const _ of follow(karlo.ending)) {
    // Only the end matters here.
  }
  return Response.json(toWire(await getRun(karlo.db, user.id, runId)));
}

function toWire(run: RunResult) {
  return {
    conversation_id: run.conversationId,
    run_id: run.runId,
    status: run.status,
    response: run.response,
    agent: run.agent,
    language: run.language,
    tool_calls: run.toolCalls.map(({ id, name, arguments: given, result }) => ({
      id,
      name,
      arguments: given,
      result,
    })),
    approvals: run.approvals,
    model: run.model,
    usage: { input_tokens: run.usage.inputTokens, output_tokens: run.usage.outputTokens },
    ...(run.error && { error: run.error }),
  };
}

/** A run's id from an address. What cannot be one names no run. */
function runId(text: string): string {
  if (!z.uuid().safeParse(text).success) throw new AppError("run_not_found", 404);
  return text;
}

function lastEventId(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? "") ? Number(text) : 0;
}
