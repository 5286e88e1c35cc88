import { followRun } from "#app/conversations/runs/follow-run.server";
import type { StartedRun } from "#app/conversations/runs/run";
import type { ChatKitCaller } from "./caller";
import { toThreadEvents } from "./thread-events";
import type { ThreadStreamEvent } from "./wire";

/** The first events of a reply and the run, if any, whose events follow. */
export interface Reply {
  first: ThreadStreamEvent[];
  run: StartedRun | null;
}

/**
 * Yields the events of a reply until its run ends or awaits approval. An error in between is logged
 * and reported as the last event.
 *
 * @param signal aborts when the client disconnects or the process drains
 */
export async function* streamReply(
  { app, localization }: ChatKitCaller,
  { first, run }: Reply,
  signal: AbortSignal,
): AsyncGenerator<ThreadStreamEvent> {
  yield* first;
  // A disconnect does not cancel the run; stopping it is an action of its own.
  yield { type: "stream_options", stream_options: { allow_cancel: false } };
  if (!run) return;
  const { runId, conversationId, lastEventId: after } = run;
  try {
    // From the first event, since ids of items are counted from it.
    const events = untilPaused(followRun(app.db, app.listener, runId, { after: 0, signal }), after);
    const context = { ...localization, threadId: String(conversationId), runId };
    yield* toThreadEvents(events, context, after);
  } catch (error) {
    app.log.error({ err: error, run: runId }, "chatkit: stream broke");
    yield { type: "error", code: "stream.error", allow_retry: true };
  }
}

type RunEvents = ReturnType<typeof followRun>;

/** Ends the events at the first approval request after `after`. */
async function* untilPaused(events: RunEvents, after: number): RunEvents {
  for await (const event of events) {
    yield event;
    if (event.type === "approval.required" && event.seq > after) return;
  }
}
