import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "#app/platform/database";
import type { Listener } from "#app/platform/listener";
import { MISSED } from "#app/platform/listener";
import type { Logger } from "#app/platform/log";
import { currentScope, inScope } from "#app/platform/scope";
import { type ConversationKey, claimNext, findClaimable } from "./claim-run.server";
import { executeRun } from "./execute-run.server";
import type { ClaimedRun, RunRooms } from "./run";
import { LeaseLost, RUN_RELEASED_CHANNEL, renewLeases } from "./run-lease.server";

/** Channel on which a run's id tells the process that works on it that it was stopped. */
export const RUN_STOP_CHANNEL = "run_stop";

/** So often leases are renewed, and runs looked for whose process died. */
const RENEW_MS = 1_500;

/** The runs that this process works on. */
export interface Runs {
  model: RunRooms["model"];
  /**
   * Works on a run that was claimed when it was made. Does not wait.
   *
   * @param kept resolves when the run is in the database; where it rejects, there is no such run
   */
  begin(run: ClaimedRun, kept?: Promise<unknown>): void;
  /** Takes up the next run of a conversation, unless one is worked on already. */
  workOn(conversation: ConversationKey): Promise<void>;
  /** False once the process drains: what begins now is for another. */
  readonly open: boolean;
  /** How many runs this process works on. */
  readonly size: number;
  /** Ends the work: runs get `graceMs` to finish, then they are given to another process. */
  close(graceMs: number): Promise<void>;
}

/** Makes the supervisor of this process's runs. */
export function createRuns(
  db: Db,
  listener: Listener,
  model: RunRooms["model"],
  log: Logger,
): Runs {
  const rooms: RunRooms = { db, listener, model, log };
  const active = new Map<string, { run: ClaimedRun; abort: AbortController }>();
  const works = new Set<Promise<void>>();
  const closing = new AbortController();

  function begin(run: ClaimedRun, kept: Promise<unknown> = Promise.resolve()): void {
    const abort = new AbortController();
    const { runId, lease, conversationId: number } = run;
    // A lease that is not kept yet cannot be renewed.
    kept.then(
      () => {
        active.set(lease, { run, abort });
      },
      () => abort.abort(new LeaseLost(runId)),
    );
    const scope = { request: currentScope()?.request, user: run.user.id, run: runId };
    const work = inScope(scope, () => executeRun(rooms, run, abort.signal, kept))
      .catch((error) => log.error({ err: error, run: runId }, "run could not be kept"))
      .then(() => {
        active.delete(lease);
        return workOn({ userId: run.user.id, number });
      })
      .finally(() => works.delete(work));
    works.add(work);
  }

  async function workOn(conversation: ConversationKey): Promise<void> {
    if (closing.signal.aborted) return;
    try {
      const run = await claimNext(db, conversation);
      if (run) begin(run);
    } catch (error) {
      // Whoever looks for runs next finds it.
      log.warn({ err: error }, "run could not be claimed");
    }
  }

  function drop(lease: string): void {
    const lost = active.get(lease);
    lost?.abort.abort(new LeaseLost(lost.run.runId));
  }

  async function renew(): Promise<void> {
    const mine = [...active.keys()];
    const kept = await renewLeases(db, mine);
    for (const lease of mine) if (!kept.has(lease)) drop(lease);
  }

  async function takeUp(): Promise<void> {
    for (const conversation of await findClaimable(db)) await workOn(conversation);
  }

  async function look(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await renew();
        await takeUp();
      } catch (error) {
        log.warn({ err: error }, "leases could not be renewed");
      }
      await pause(RENEW_MS, undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  }
  const looking = look();

  const stopListening = listener.on(RUN_STOP_CHANNEL, (runId) => {
    if (runId === MISSED) renew().catch(() => {});
    for (const [lease, { run }] of active) if (run.runId === runId) drop(lease);
  });

  const stopTakingUp = listener.on(RUN_RELEASED_CHANNEL, () => {
    // Where this fails, the next look finds it.
    if (!closing.signal.aborted) takeUp().catch(() => {});
  });

  return {
    model,
    begin,
    workOn,
    get open() {
      return !closing.signal.aborted;
    },
    get size() {
      return active.size;
    },
    async close(graceMs) {
      closing.abort();
      stopTakingUp();
      await looking;
      const renewal = setInterval(() => renew().catch(() => {}), RENEW_MS);
      const grace = setTimeout(() => {
        for (const { abort } of active.values()) abort.abort("drain");
      }, graceMs);
      while (works.size > 0) await Promise.all(works);
      clearTimeout(grace);
      clearInterval(renewal);
      stopListening();
    },
  };
}
