import type { RunEvent, RunEventType } from "./run-event";

const types: RunEventType[] = [
  "run.started",
  "agent.changed",
  "message.delta",
  "message.restarted",
  "message.completed",
  "tool.started",
  "tool.completed",
  "approval.required",
  "run.completed",
  "run.failed",
  "run.cancelled",
];

const pausesOrEnds = new Set<RunEventType>([
  "approval.required",
  "run.completed",
  "run.failed",
  "run.cancelled",
]);

interface Listener {
  event(event: Pick<RunEvent, "type" | "data">): void;
  connected(yes: boolean): void;
  /** The stream cannot be had: the run is gone, or the session is. */
  lost(): void;
}

/** A connection that is back by then was never gone: a server that is replaced ends its streams. */
const NOTICED_MS = 1_500;

/** Pauses before a stream that was refused is asked for again: a proxy may be between two servers. */
const AGAIN_MS = [500, 1_000, 2_000];

/**
 * Follows a run from the event after `after` until it pauses or ends. The browser comes back by
 * itself after a broken connection and names the last event it has. Gives what stops following.
 */
export function followRun(runId: string, after: number, listener: Listener): () => void {
  let source: EventSource;
  let last = after;
  let refused = 0;
  let missing: number | undefined;
  let again: number | undefined;

  function close(): void {
    window.clearTimeout(missing);
    window.clearTimeout(again);
    source.close();
  }

  function miss(): void {
    missing ??= window.setTimeout(() => listener.connected(false), NOTICED_MS);
  }

  function open(): void {
    source = new EventSource(`/api/v1/runs/${runId}/events?after=${last}`);
    source.onopen = () => {
      window.clearTimeout(missing);
      missing = undefined;
      refused = 0;
      listener.connected(true);
    };
    source.onerror = () => {
      miss();
      if (source.readyState !== EventSource.CLOSED) return;
      const pause = AGAIN_MS[refused];
      refused += 1;
      if (pause !== undefined) again = window.setTimeout(open, pause);
      else {
        close();
        listener.lost();
      }
    };
    for (const type of types) {
      source.addEventListener(type, ({ data, lastEventId }) => {
        last = Number(lastEventId);
        if (pausesOrEnds.has(type)) close();
        listener.event({ type, data: JSON.parse(data) } as RunEvent);
      });
    }
  }

  open();
  return close;
}
