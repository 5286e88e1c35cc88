import { setTimeout as delay } from "node:timers/promises";
import { MISSED_PAYLOAD } from "#app/platform/database/listener";
import { currentScope, inScope } from "#app/platform/scope";
import { type ConversationKey, claimNextRun, findClaimableConversations } from "./claim-run.server";
import { executeRun } from "./execute-run.server";
import type { ClaimedRun, RunDeps } from "./run";
import { LeaseLost, RUN_RELEASED_CHANNEL, renewLeases } from "./run-lease.server";
import { traceRun } from "./trace-run.server";

/** Notification channel for runs that were stopped; the payload is the run's id. */
export const RUN_STOP_CHANNEL = "run_stop";

/** Interval of renewing leases and of looking for runs to claim. */
const POLL_MS = 1_500;

/** Starts, claims and supervises the runs that this process executes. */
export interface RunSupervisor {
  model: RunDeps["model"];
  /**
   * Executes a run that was created with a lease of this process, without waiting for it.
   *
   * @param committed resolves when the run is in the database; rejects if it was not created
   */
  start(run: ClaimedRun, committed?: Promise<unknown>): void;
  /** Claims and starts the next run of a conversation, unless one is running. Never rejects. */
  runNext(conversation: ConversationKey): Promise<void>;
  /** False once the process drains: new runs are left to other processes. */
  readonly accepting: boolean;
  /** Number of runs that this process executes. */
  readonly active: number;
  /** Stops claiming runs and waits for the active ones; releases those left after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Creates the supervisor of a process and starts polling. */
export function createRunSupervisor(deps: RunDeps): RunSupervisor {
  const { db, listener, model, log } = deps;
  const active = new Map<string, { run: ClaimedRun; abort: AbortController }>();
  const jobs = new Set<Promise<void>>();
  const closing = new AbortController();

  function start(run: ClaimedRun, committed: Promise<unknown> = Promise.resolve()): void {
    const abort = new AbortController();
    const { runId, lease, conversationId: number } = run;
    // A lease can be renewed only once it is committed.
    committed.then(
      () => {
        active.set(lease, { run, abort });
      },
      () => abort.abort(new LeaseLost(runId)),
    );
    const scope = { request: currentScope()?.request, user: run.user.id, run: runId };
    const job = inScope(scope, () =>
      traceRun(deps, run, () => executeRun(deps, run, abort.signal, committed)),
    )
      .catch((error) => log.error({ err: error, run: runId }, "run could not be executed"))
      .then(() => {
        active.delete(lease);
        return runNext({ userId: run.user.id, number });
      })
      .finally(() => jobs.delete(job));
    jobs.add(job);
  }

  async function runNext(conversation: ConversationKey): Promise<void> {
    if (closing.signal.aborted) return;
    try {
      const run = await claimNextRun(db, conversation);
      if (run) start(run);
    } catch (error) {
      // The next poll, here or in another process, tries again.
      log.warn({ err: error }, "run could not be claimed");
    }
  }

  function abortLost(lease: string): void {
    const lost = active.get(lease);
    lost?.abort.abort(new LeaseLost(lost.run.runId));
  }

  async function renewActive(): Promise<void> {
    const leases = [...active.keys()];
    const renewed = await renewLeases(db, leases);
    for (const lease of leases) if (!renewed.has(lease)) abortLost(lease);
  }

  async function claimReleasedRuns(): Promise<void> {
    for (const conversation of await findClaimableConversations(db)) await runNext(conversation);
  }

  const logRenewalError = (error: unknown) =>
    log.warn({ err: error }, "leases could not be renewed");

  async function poll(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await renewActive();
        await claimReleasedRuns();
      } catch (error) {
        logRenewalError(error);
      }
      // Rejects only when closing, which ends the loop.
      await delay(POLL_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }
  const polling = poll();

  const unsubscribeStop = listener.on(RUN_STOP_CHANNEL, (runId) => {
    if (runId === MISSED_PAYLOAD) renewActive().catch(logRenewalError);
    for (const [lease, { run }] of active) if (run.runId === runId) abortLost(lease);
  });

  const unsubscribeReleased = listener.on(RUN_RELEASED_CHANNEL, () => {
    if (closing.signal.aborted) return;
    // The next poll tries again.
    claimReleasedRuns().catch((error) =>
      log.debug({ err: error }, "released runs could not be looked up"),
    );
  });

  return {
    model,
    start,
    runNext,
    get accepting() {
      return !closing.signal.aborted;
    },
    get active() {
      return active.size;
    },
    async close(graceMs) {
      closing.abort();
      unsubscribeReleased();
      await polling;
      const renewal = setInterval(() => renewActive().catch(logRenewalError), POLL_MS);
      const grace = setTimeout(() => {
        for (const { abort } of active.values()) abort.abort("drain");
      }, graceMs);
      while (jobs.size > 0) await Promise.all(jobs);
      clearTimeout(grace);
      clearInterval(renewal);
      unsubscribeStop();
    },
  };
}
