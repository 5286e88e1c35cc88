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

/**
 * Follows a run from the event after `after` until it pauses or ends. The browser comes back by
 * itself after a broken connection and names the last event it has. Gives what stops following.
 */
export function followRun(runId: string, after: number, listener: Listener): () => void {
  const source = new EventSource(`/api/v1/runs/${runId}/events?after=${after}`);
  const close = () => source.close();
  source.onopen = () => listener.connected(true);
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) listener.lost();
    else listener.connected(false);
  };
  for (const type of types) {
    source.addEventListener(type, ({ data }) => {
      if (pausesOrEnds.has(type)) close();
      listener.event({ type, data: JSON.parse(data) } as RunEvent);
    });
  }
  return close;
}
