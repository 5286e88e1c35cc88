import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { z } from "zod";
import { updatePreferences } from "#app/accounts/update-preferences.server";
import { answerApprovals } from "#app/conversations/answer-approvals.server";
import { getRun, type RunResult } from "#app/conversations/get-run.server";
import type { StartedRun } from "#app/conversations/run";
import { followRun } from "#app/conversations/run-events.server";
import { startRun } from "#app/conversations/start-run.server";
import { stopRun } from "#app/conversations/stop-run.server";
import type { Karlo } from "#app/karlo.server";
import { AppError } from "#app/platform/errors";
import { timeZoneInput } from "#app/platform/time-zone";
import { toWire as taskToWire } from "#app/tasks/task";
import { undoRun } from "#app/tasks/undo-run.server";
import { authenticate, type Caller, requireSelf, toActor } from "./authenticate";
import { readJson } from "./body";
import { streamEvents } from "./event-stream";
import { parseInput } from "./problem";

const conversationNumber = z
  .int("the number of a conversation")
  .min(1, "the number of a conversation")
  .max(2 ** 31 - 1, "the number of a conversation");

const chatBody = z.strictObject({
  message: z.string({ error: "a text of 1 to 10,000 characters" }),
  conversation_id: conversationNumber.nullish(),
  time_zone: timeZoneInput.optional(),
  locale: z.enum(["en", "ur"], { error: "en or ur" }).optional(),
  user_id: z.unknown().optional(),
});

const ids = z.array(z.string().max(200), { error: "a list of ids" }).default([]);
const undoBody = z.strictObject({ force: z.boolean({ error: "true or false" }).default(false) });
const approvalsBody = z.strictObject({ approve: ids, reject: ids });

/** `POST /chat`, under each of its addresses. */
export function chatRoute(karlo: Karlo): Hono {
  return new Hono().post("/chat", async (c) => {
    const caller = await authenticate(karlo, c.req.raw);
    requireSelf(caller, c.req.param("user_id" as never));
    const input = parseInput(chatBody, await readJson(c.req.raw));
    requireSelf(caller, input.user_id);
    const user = { ...caller.user, timeZone: input.time_zone ?? caller.user.timeZone };
    if (caller.by === "session" && user.timeZone !== caller.user.timeZone) {
      await updatePreferences(karlo, c.req.raw, { timeZone: user.timeZone });
    }
    const started = await startRun(karlo, user, {
      message: input.message,
      conversationId: input.conversation_id ?? undefined,
    });
    return answer(karlo, caller, c, started);
  });
}

/** Runs: their streams, stop and approvals. */
export function runRoutes(karlo: Karlo): Hono {
  const routes = new Hono();

  routes.get("/runs/:id", async (c) => {
    const { user } = await authenticate(karlo, c.req.raw);
    return c.json(toWire(await getRun(karlo.db, user.id, runId(c.req.param("id")))));
  });

  routes.get("/runs/:id/events", async (c) => {
    const { user } = await authenticate(karlo, c.req.raw);
    const run = await getRun(karlo.db, user.id, runId(c.req.param("id")));
    const after = lastEventId(c.req.header("last-event-id") ?? c.req.query("after"));
    return streamEvents(c, karlo, (signal) =>
      followRun(karlo.db, karlo.listener, run.runId, { after, signal }),
    );
  });

  routes.post("/runs/:id/stop", async (c) => {
    const { user } = await authenticate(karlo, c.req.raw);
    await stopRun(karlo.db, user.id, runId(c.req.param("id")));
    return c.body(null, 202);
  });

  routes.post("/runs/:id/approvals", async (c) => {
    const caller = await authenticate(karlo, c.req.raw);
    const input = parseInput(approvalsBody, await readJson(c.req.raw));
    const started = await answerApprovals(karlo, caller.user, runId(c.req.param("id")), input);
    return answer(karlo, caller, c, started);
  });

  routes.post("/runs/:id/undo", async (c) => {
    const caller = await authenticate(karlo, c.req.raw);
    const { runId: undone } = await getRun(karlo.db, caller.user.id, runId(c.req.param("id")));
    const { force } = parseInput(undoBody, await readJson(c.req.raw));
    // A run of its own, so that undoing can be undone.
    const actor = { ...toActor(caller), runId: randomUUID() };
    const { tasks } = await undoRun(karlo.db, actor, undone, force);
    return c.json({ run_id: actor.runId, tasks: tasks.map(taskToWire) });
  });

  return routes;
}

/**
 * Answers as the caller prefers: a stream of events, at once with the run's number (`Prefer:
 * respond-async`, RFC 7240), or when the run ends or waits. The run goes on whatever becomes of
 * the connection.
 */
async function answer(
  karlo: Karlo,
  { user }: Caller,
  context: Context,
  { runId, conversationId, lastEventId: after }: StartedRun,
): Promise<Response> {
  const follow = (signal: AbortSignal) =>
    followRun(karlo.db, karlo.listener, runId, { after, signal, untilPaused: true });
  if (context.req.header("accept")?.includes("text/event-stream")) {
    return streamEvents(context, karlo, follow);
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
  for await (const _ of follow(karlo.closing)) {
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
