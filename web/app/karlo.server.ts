import path from "node:path";
import { type Auth, createAuth } from "./accounts/auth.server";
import { chatKitAudience } from "./accounts/client-secret.server";
import { createMailer, type Mailer } from "./accounts/mailer.server";
import { createTokenVerifier } from "./accounts/token.server";
import { createModelFactory } from "./assistant/models.server";
import { RUN_EVENTS_CHANNEL } from "./conversations/run-events.server";
import { createRuns, RUN_STOP_CHANNEL, type Runs } from "./conversations/runs.server";
import { openDatabase } from "./platform/database";
import type { Config } from "./platform/environment";
import type { PrismaClient } from "./platform/generated/client";
import { type Listener, openListener } from "./platform/listener";
import { createLogger, type Logger } from "./platform/log";
import { createSchedule } from "./platform/schedule";
import { scheduledWorks } from "./scheduled-works.server";
import { TASK_CHANGED_CHANNEL } from "./tasks/change-task.server";

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
  /** Aborts when the process begins to drain: open streams end, their readers come back. */
  closing: AbortSignal;
  /** Folder of the SQL migrations. */
  migrations: string;
  /** Lets runs finish for `graceMs`, then closes what was opened. */
  close(graceMs: number): Promise<void>;
}

/**
 * Opens the database and makes what the process needs, in the order of the arrows.
 *
 * @param root the web folder (or what the image holds of it)
 * @throws when the database cannot be reached
 */
export async function createKarlo(config: Config, root: string): Promise<Karlo> {
  const log = createLogger(config.LOG_LEVEL);
  const database = openDatabase(config.DATABASE_URL, config.DATABASE_POOL_SIZE);
  const { db } = database;
  const channels = [RUN_EVENTS_CHANNEL, RUN_STOP_CHANNEL, TASK_CHANGED_CHANNEL];
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
    migrations: path.join(root, "prisma", "migrations"),
    async close(graceMs) {
      closing.abort();
      await Promise.all([runs.close(graceMs), schedule.close()]);
      await mailer?.close();
      await listener.close();
      await database.close();
    },
  };
}
