import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/**
 * The metrics of the process. They are global, not per app context, as memory and event loop are.
 * Labels never hold user data: the set of their values is bounded by code, build or configuration.
 * Naming: https://prometheus.io/docs/practices/naming/
 */
const registers = [new Registry()];

/** In seconds, as all buckets. */
const RESPONSE_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const RUN_BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320];

const requestSeconds = new Histogram({
  name: "karlo_http_request_duration_seconds",
  help: "Time from a request to its answer; of a stream, to its beginning.",
  labelNames: ["method", "route", "status"],
  buckets: RESPONSE_BUCKETS,
  registers,
});

const requests = new Counter({
  name: "karlo_http_requests_total",
  help: "Requests that were answered, by route and class of status.",
  labelNames: ["method", "route", "status"],
  registers,
});

/** Open event streams by kind: run, tasks or chatkit. */
export const openStreams = new Gauge({
  name: "karlo_open_streams",
  help: "Event streams that readers have open.",
  labelNames: ["kind"] as const,
  registers,
});

/** Attempts to send what rang, by channel and by how they ended. */
export const remindersSent = new Counter({
  name: "karlo_reminders_sent_total",
  help: "Attempts to send a notification, by channel (push, mail) and outcome: sent, skipped, retry, unsure, gone, failed.",
  labelNames: ["channel", "outcome"] as const,
  registers,
});

/** Seconds from the moment at which a reminder should ring to the one at which it rang. */
export const reminderLateSeconds = new Histogram({
  name: "karlo_reminder_late_seconds",
  help: "Time from the moment that a reminder is set to, to the one at which it rang; what quiet hours put off counts from their end.",
  buckets: [0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800],
  registers,
});

/** Runs and calls that a person took back: what was done was not what was meant. */
export const undoneRuns = new Counter({
  name: "karlo_undone_total",
  help: "What was undone, by who had done it (assistant, mcp), the language of the message (en, ur, ur-Latn; none of an MCP client's call) and whether within a minute (soon: yes or no).",
  labelNames: ["by", "language", "soon"] as const,
  registers,
});

/** Messages that were answered, by whether they were understood at once. */
export const messages = new Counter({
  name: "karlo_messages_total",
  help: "Messages that were answered, by language (en, ur, ur-Latn) and reading: understood, asked (it asked back) or unknown (not understood).",
  labelNames: ["provider", "language", "reading"] as const,
  registers,
});

/** Seconds from a change on a device to its arrival. */
export const syncWaitingSeconds = new Histogram({
  name: "karlo_sync_waiting_seconds",
  help: "Time that a change waited on its device until it reached the server, by the device's clock.",
  buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 3_600, 21_600, 86_400],
  registers,
});

/** Started runs. A run that resumes after a pause or in another process is counted once. */
export const runsStarted = new Counter({
  name: "karlo_runs_started_total",
  help: "Runs of the assistant that began, by provider.",
  labelNames: ["provider"] as const,
  registers,
});

/** Seconds that this process worked on a run, by outcome. */
export const runSeconds = new Histogram({
  name: "karlo_run_duration_seconds",
  help: "Time that this process worked on a run, by how that ended: completed, failed, cancelled, awaiting_approval, or handed_over to another process.",
  labelNames: ["provider", "language", "outcome"] as const,
  buckets: RUN_BUCKETS,
  registers,
});

/** Runs that this process executes. */
export const runsActive = new Gauge({
  name: "karlo_runs_active",
  help: "Runs that this process works on.",
  registers,
});

/** Seconds from the start of a run's execution to the first text of its answer. */
export const firstTokenSeconds = new Histogram({
  name: "karlo_run_first_token_seconds",
  help: "Time from the beginning of a run's work to the first text of its answer.",
  labelNames: ["provider", "language"] as const,
  buckets: RUN_BUCKETS,
  registers,
});

/** Input and output tokens of models. */
export const modelTokens = new Counter({
  name: "karlo_model_tokens_total",
  help: "Tokens of a model, by direction: input or output.",
  labelNames: ["provider", "model", "direction"] as const,
  registers,
});

/** Seconds that a tool call took, by caller and outcome. */
export const toolSeconds = new Histogram({
  name: "karlo_tool_call_duration_seconds",
  help: "Time that a tool took, by who called (assistant or mcp) and outcome: done, refused or failed.",
  labelNames: ["tool", "by", "outcome"] as const,
  buckets: RESPONSE_BUCKETS,
  registers,
});

/** Scheduled jobs that ran in this process, by outcome. */
export const scheduledJobs = new Counter({
  name: "karlo_scheduled_work_total",
  help: "Scheduled work that this process did, by outcome: done or failed.",
  labelNames: ["work", "outcome"] as const,
  registers,
});

/** How often the LISTEN connection was lost. */
export const listenerLosses = new Counter({
  name: "karlo_listener_losses_total",
  help: "How often the connection that hears of changes was lost.",
  registers,
});

/** The counts that a `pg.Pool` exposes. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

const pools = new Set<Pool>();
const listeners = new Set<() => boolean>();

new Gauge({
  name: "karlo_database_pool_connections",
  help: "Connections of the pool, by state: busy or idle.",
  labelNames: ["state"],
  registers,
  collect() {
    const [total, idle] = [sum("totalCount"), sum("idleCount")];
    this.set({ state: "busy" }, total - idle);
    this.set({ state: "idle" }, idle);
  },
});

new Gauge({
  name: "karlo_database_pool_waiting",
  help: "Queries that wait for a connection of the pool.",
  registers,
  collect() {
    this.set(sum("waitingCount"));
  },
});

new Gauge({
  name: "karlo_listener_connected",
  help: "1 while the connection that hears of changes is up.",
  registers,
  collect() {
    this.set([...listeners].every((connected) => connected()) ? 1 : 0);
  },
});

const info = new Gauge({
  name: "karlo_info",
  help: "Always 1: the version that runs, and the newest migration it needs.",
  labelNames: ["version", "migration"],
  registers,
});

const sum = (count: keyof Pool): number => [...pools].reduce((all, pool) => all + pool[count], 0);

/** Reports the connections of a pool; returns a function that stops it. */
export function watchPool(pool: Pool): () => void {
  pools.add(pool);
  return () => pools.delete(pool);
}

/** Reports whether a LISTEN connection is up; returns a function that stops it. */
export function watchListener(connected: () => boolean): () => void {
  listeners.add(connected);
  return () => listeners.delete(connected);
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Counts a request and the time to its response.
 *
 * @param route the route's pattern, never the path of the request
 * @param seconds from the request to the head of the response
 */
export function countRequest(method: string, route: string, status: number, seconds: number): void {
  const labels = {
    method: METHODS.has(method) ? method : "other",
    route,
    status: `${Math.floor(status / 100)}xx`,
  };
  requests.inc(labels);
  requestSeconds.observe(labels, seconds);
}

let measured = false;

/**
 * Also collects memory, CPU and event loop. Only called when metrics are served, since it costs.
 *
 * @param version of the app
 * @param migration name of the newest migration that this version needs
 */
export function measureProcess(version: string, migration: string): void {
  info.set({ version, migration }, 1);
  if (measured) return;
  measured = true;
  const [register] = registers;
  collectDefaultMetrics({ register });
}

/** Returns all metrics in Prometheus' text format, with its media type. */
export async function exposeMetrics(): Promise<{ text: string; type: string }> {
  const [register] = registers as [Registry];
  return { text: await register.metrics(), type: register.contentType };
}
