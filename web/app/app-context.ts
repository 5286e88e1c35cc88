import type { Auth } from "#app/accounts/session/auth.server";
import type { Mailer } from "#app/accounts/session/mailer.server";
import type { createTokenVerifier } from "#app/accounts/session/token.server";
import type { RunSupervisor } from "#app/conversations/runs/run-supervisor.server";
import type { Listener } from "#app/platform/database/listener";
import type { Readiness } from "#app/platform/database/readiness";
import type { Config } from "#app/platform/environment";
import type { PrismaClient } from "#app/platform/generated/client";
import type { Logger } from "#app/platform/log";
import type { Turns } from "#app/platform/turns";
import type { WorkerPool } from "#app/platform/workers/worker-pool";
import type { PushSender } from "#app/reminders/push/push-sender.server";
import type { Ringer } from "#app/reminders/schedule/ringer.server";

/** The dependencies that a process creates once and passes to its pages and API. */
export interface AppContext {
  config: Config;
  log: Logger;
  db: PrismaClient;
  auth: Auth;
  /** Null when no mail server is configured. */
  mailer: Mailer | null;
  /** Null without a key to sign pushes. */
  push: PushSender | null;
  ringer: Ringer;
  listener: Listener;
  /** Threads for what would hold up the event loop. */
  workers: WorkerPool;
  /** Turns of work that is long and holds a connection: imports. */
  turns: Turns;
  runs: RunSupervisor;
  verifyToken: ReturnType<typeof createTokenVerifier>;
  /** Verifies the client secret of a ChatKit client. */
  verifyClientSecret: ReturnType<typeof createTokenVerifier>;
  /** Aborts when the process starts to drain: streams end whose clients reconnect. */
  draining: AbortSignal;
  /** Aborts at the deadline of the drain: requests that wait for a run respond with its state. */
  drainDeadline: AbortSignal;
  /** Folder of the SQL migrations. */
  migrations: string;
  /** Checks the database, for the probes and the page of what works; results are shared. */
  readiness: () => Promise<Readiness>;
  /**
   * Closes all connections once requests and runs have finished, or after `graceMs`. Runs get a part
   * of that time; the rest are handed off to another process.
   *
   * @param requestsDone resolves when no request is in progress
   */
  close(graceMs: number, requestsDone?: Promise<unknown>): Promise<void>;
}
