import { randomUUID } from "node:crypto";
import type { Db } from "#app/platform/database";
import type { Listener } from "#app/platform/listener";
import type { Logger } from "#app/platform/log";
import { executeRun } from "./execute-run.server";
import type { RunRooms, RunStart } from "./run";
import { failInterruptedRuns, renewLeases } from "./run-lease.server";

/** Channel on which a run's id asks the process that works on it to stop. */
export const RUN_STOP_CHANNEL = "run_stop";

const RENEW_MS = 3_000;

/** The runs that this process works on. */
export interface Runs {
  model: RunRooms["model"];
  owner: string;
  /** Begins to work on a run, after the ones before it in its conversation. Does not wait. */
  begin(start: RunStart): void;
  /** Ends the work: runs get `graceMs` to finish, then they are failed by name. */
  close(graceMs: number): Promise<void>;
}

/** Makes the supervisor of this process's runs. */
export function createRuns(
  db: Db,
  listener: Listener,
  model: RunRooms["model"],
  log: Logger,
): Runs {
  const rooms: RunRooms = { db, model, log, owner: randomUUID() };
  const active = new Map<string, AbortController>();
  const last = new Map<string, Promise<void>>();

  const stopListening = listener.on(RUN_STOP_CHANNEL, (runId) => active.get(runId)?.abort("stop"));
  const renewal = setInterval(async () => {
    try {
      await renewLeases(db, rooms.owner, [...active.keys()]);
      await failInterruptedRuns(db);
    } catch (error) {
      log.warn({ err: error }, "leases could not be renewed");
    }
  }, RENEW_MS);
  renewal.unref();

  return {
    model,
    owner: rooms.owner,
    begin(start) {
      const conversation = `${start.user.id} ${start.conversationId}`;
      const abort = new AbortController();
      active.set(start.runId, abort);
      const work = (last.get(conversation) ?? Promise.resolve())
        .then(() => executeRun(rooms, start, abort.signal))
        .catch((error) => log.error({ err: error, run: start.runId }, "run could not be kept"))
        .finally(() => {
          active.delete(start.runId);
          if (last.get(conversation) === work) last.delete(conversation);
        });
      last.set(conversation, work);
    },
    async close(graceMs) {
      clearInterval(renewal);
      const done = Promise.all(last.values());
      const grace = setTimeout(() => {
        for (const abort of active.values()) abort.abort("shutdown");
      }, graceMs);
      await done;
      clearTimeout(grace);
      stopListening();
    },
  };
}
