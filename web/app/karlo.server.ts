import { once } from "node:events";
import path from "node:path";
import { type Auth, createAuth } from "./accounts/auth.server";
import { chatKitAudience } from "./accounts/client-secret.server";
import { createMailer, type Mailer } from "./accounts/mailer.server";
import { createTokenVerifier } from "./accounts/token.server";
import { createModelFactory } from "./assistant/models.server";
import { RUN_EVENTS_CHANNEL } from "./conversations/run-events.server";
import { RUN_RELEASED_CHANNEL } from "./conversations/run-lease.server";
import { createRuns, RUN_STOP_CHANNEL, type Runs } from "./conversations/runs.server";
import { openDatabase } from "./platform/database";
import type { Config } from "./platform/environment";
import type { PrismaClient } from "./platform/generated/client";
import { type Listener, openListener } from "./platform/listener";
import { createLogger, type Logger } from "./platform/log";
import { createSchedule } from "./platform/schedule";
import { scheduledWorks } from "./scheduled-works.server";
import { TASK_CHANGED_CHANNEL } from "./tasks/change-task.server";

/** What runs get of the time a process has to end; the rest is for whoever goes on with them. */
const RUNS_PART = 1 / 3;

/** Everything that a process makes once, and that pages and API are given. */
export interface Karlo {
  config: Config;
  log: Logger;
  db: PrismaClient;
  auth: Auth;
  /** Null when no mail server is configured. */
  mailer: Mailer | null;
  listener: Listener;
  runs: Runs;
  verifyToken: ReturnType<typeof createTokenVerifier>;
  /** The same for what a ChatKit client carries. */
  verifyClientSecret: ReturnType<typeof createTokenVerifier>;
  /** Aborts when the process begins to drain: streams end whose readers come back by themselves. */
  closing: AbortSignal;
  /** Aborts when its time is over: whatever still waits for a run is told how far it is. */
  ending: AbortSignal;
  /** Folder of the SQL migrations. */
  migrations: string;
  /**
   * Closes what was opened when `answered` resolves, or `graceMs` are over. Until then requests are
   * answered; runs have a part of it to finish, then they are given to another process.
   */
  close(graceMs: number, answered?: Promise<unknown>): Promise<void>;
}

/**
 * Opens the database and makes what the process needs, in the order of the arrows.
 *
 * @param root the web folder (or what the image holds of it)
 * @throws when the database cannot be reached
 */
export async function createKarlo(config: Config, root: string): Promise<Karlo> {
  const log = createLogger(config.LOG_LEVEL, { secret: config.BETTER_AUTH_SECRET });
  // Where notices come by the same address, its connections are sessions.
  const direct = config.DATABASE_URL === config.DIRECT_DATABASE_URL;
  const database = openDatabase(config.DATABASE_URL, config.DATABASE_POOL_SIZE, direct);
  const { db } = database;
  const channels = [
    ...[RUN_EVENTS_CHANNEL, RUN_STOP_CHANNEL, RUN_RELEASED_CHANNEL],
    TASK_CHANGED_CHANNEL,
  ];
  const listener = await openListener(config.DIRECT_DATABASE_URL, channels, log).catch(
    async (error) => {
      await database.close();
      throw error;
    },
  );
  const mailer = createMailer(config, log);
  const auth = createAuth(db, config, mailer, log);
  const runs = createRuns(db, listener, createModelFactory(config), log);
  const schedule = createSchedule(db, scheduledWorks, log);
  const closing = new AbortController();
  const ending = new AbortController();
  return {
    config,
    log,
    db,
    auth,
    mailer,
    listener,
    runs,
    verifyToken: createTokenVerifier({ auth, db, config }, config.PUBLIC_URL),
    verifyClientSecret: createTokenVerifier({ auth, db, config }, chatKitAudience({ config })),
    closing: closing.signal,
    ending: ending.signal,
    migrations: path.join(root, "prisma", "migrations"),
    async close(graceMs, answered) {
      closing.abort();
      const late = setTimeout(() => ending.abort(), graceMs);
      await Promise.all([
        runs.close(graceMs * RUNS_PART),
        // Work that takes too long is rolled back, and due again elsewhere.
        Promise.race([schedule.close(), once(ending.signal, "abort")]),
        answered,
      ]);
      clearTimeout(late);
      ending.abort();
      await mailer?.close();
      await listener.close();
      await database.close();
    },
  };
}
