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

interface RunHandlers {
  onEvent(event: Pick<RunEvent, "type" | "data">): void;
  onConnectionChange(connected: boolean): void;
  /** Called when the stream is refused for good: the run or the session no longer exists. */
  onLost(): void;
}

/** Shorter interruptions are not reported: a server that is replaced ends its streams. */
const DISCONNECT_GRACE_MS = 1_500;

/** Backoff after a refused connection: a proxy may be switching to another server. */
const RETRY_MS = [500, 1_000, 2_000];

/**
 * Subscribes a page to a run's events after the event `after`, until the run pauses or ends. The
 * browser reconnects a broken stream with `Last-Event-ID`; a refused one is retried here.
 *
 * @returns unsubscribes
 */
export function openRunEventSource(
  runId: string,
  after: number,
  handlers: RunHandlers,
): () => void {
  let source: EventSource;
  let last = after;
  let failures = 0;
  let disconnectTimer: number | undefined;
  let retryTimer: number | undefined;

  function close(): void {
    window.clearTimeout(disconnectTimer);
    window.clearTimeout(retryTimer);
    source.close();
  }

  function open(): void {
    source = new EventSource(`/api/v1/runs/${runId}/events?after=${last}`);
    source.onopen = () => {
      window.clearTimeout(disconnectTimer);
      disconnectTimer = undefined;
      failures = 0;
      handlers.onConnectionChange(true);
    };
    source.onerror = () => {
      disconnectTimer ??= window.setTimeout(
        () => handlers.onConnectionChange(false),
        DISCONNECT_GRACE_MS,
      );
      if (source.readyState !== EventSource.CLOSED) return;
      const delay = RETRY_MS[failures];
      failures += 1;
      if (delay !== undefined) retryTimer = window.setTimeout(open, delay);
      else {
        close();
        handlers.onLost();
      }
    };
    for (const type of types) {
      source.addEventListener(type, ({ data, lastEventId }) => {
        last = Number(lastEventId);
        if (pausesOrEnds.has(type)) close();
        handlers.onEvent({ type, data: JSON.parse(data) } as RunEvent);
      });
    }
  }

  open();
  return close;
}
