import { once } from "node:events";
import path from "node:path";
import { createAuth } from "#app/accounts/session/auth.server";
import { chatKitAudience } from "#app/accounts/session/client-secret.server";
import { createMailer } from "#app/accounts/session/mailer.server";
import { createTokenVerifier } from "#app/accounts/session/token.server";
import type { AppContext } from "#app/app-context";
import { ARCHIVE_MAX } from "#app/archive/account-file";
import { warmUp } from "#app/assistant/builtin-in-worker.server";
import { createModelFactory } from "#app/assistant/models.server";
import { RUN_EVENTS_CHANNEL } from "#app/conversations/runs/run-events.server";
import { RUN_RELEASED_CHANNEL } from "#app/conversations/runs/run-lease.server";
import {
  createRunSupervisor,
  RUN_STOP_CHANNEL,
} from "#app/conversations/runs/run-supervisor.server";
import { openListener } from "#app/platform/database/listener";
import { openDatabase } from "#app/platform/database/open-database";
import { createReadiness } from "#app/platform/database/readiness";
import type { Config } from "#app/platform/environment";
import { createLogger } from "#app/platform/log";
import { createSchedule } from "#app/platform/schedule";
import { createTurns } from "#app/platform/turns";
import { createWorkerPool } from "#app/platform/workers/worker-pool";
import { createPushSender } from "#app/reminders/push/push-sender.server";
import { createRinger, REMINDER_DUE_CHANNEL } from "#app/reminders/schedule/ringer.server";
import { readTitles } from "#app/tasks/list/read-titles.server";
import { TASK_CHANGED_CHANNEL } from "#app/tasks/task/change-task.server";
import { setTaskQuota } from "#app/tasks/task/task-quota";
import { scheduledJobs } from "./scheduled-jobs.server";

/** The share of the drain time that runs get to finish; the rest is for the handoff. */
const RUNS_SHARE = 1 / 3;

/** Most memory of a worker thread's heap, in MiB: what the largest import needs, and some more. */
const WORKER_MEMORY = 192;
/** Jobs that wait for a thread, of all people and of one. */
const QUEUE = { queue: 64, queuePerKey: 4 };

/** The same for the built-in model, whose jobs take milliseconds, and a megabyte where they end. */
const MODEL_MEMORY = 96;
const MODEL_QUEUE = 512;
/** Imports that run at a time, and how many wait for how long. */
const IMPORTS_AT_ONCE = 2;
const IMPORT_QUEUE = { waiting: 8, waitMs: 30_000 };
/** Files that arrive at a time, and the memory for them: two of the largest. */
const IMPORT_READING = { readers: 64, readBytes: 2 * (ARCHIVE_MAX + 1024 * 1024) };

/**
 * Opens the database and creates the dependencies of the process.
 *
 * @param root the web folder, or the part of it that the image has
 * @throws the driver's error when the database cannot be reached
 */
export async function createAppContext(config: Config, root: string): Promise<AppContext> {
  const log = createLogger(config.LOG_LEVEL, { secret: config.BETTER_AUTH_SECRET });
  // LISTEN works at DIRECT_DATABASE_URL, so connections to the same URL are sessions.
  const direct = config.DATABASE_URL === config.DIRECT_DATABASE_URL;
  const database = openDatabase(config.DATABASE_URL, config.DATABASE_POOL_SIZE, direct);
  const { db } = database;
  const channels = [
    ...[RUN_EVENTS_CHANNEL, RUN_STOP_CHANNEL, RUN_RELEASED_CHANNEL],
    ...[TASK_CHANGED_CHANNEL, REMINDER_DUE_CHANNEL],
  ];
  const listener = await openListener(config.DIRECT_DATABASE_URL, channels, log).catch(
    async (error) => {
      await database.close();
      throw error;
    },
  );
  const workers = createWorkerPool({
    file: path.join(root, "build/server/worker.js"),
    threads: config.WORKER_THREADS,
    memory: WORKER_MEMORY,
    ...QUEUE,
  });
  // Threads of its own, so that nobody's answer waits for an import.
  const modelWorkers = createWorkerPool({
    file: path.join(root, "build/server/worker.js"),
    threads: config.WORKER_THREADS,
    // One with the model loaded, so that the first message after a pause does not wait for it.
    kept: 1,
    memory: MODEL_MEMORY,
    queue: MODEL_QUEUE,
    queuePerKey: config.RUNS_AT_ONCE,
  });
  setTaskQuota(config.TASKS_PER_PERSON);
  const turns = createTurns({
    // At least one connection is left to everybody else.
    slots: Math.min(IMPORTS_AT_ONCE, config.DATABASE_POOL_SIZE - 1),
    ...IMPORT_QUEUE,
    ...IMPORT_READING,
  });
  const mailer = createMailer(config, log);
  const auth = createAuth(db, config, mailer, log);
  const model = createModelFactory(config, modelWorkers, (userId) => readTitles(db, userId));
  if (model.provider === "builtin")
    warmUp(modelWorkers).catch((error) =>
      log.debug({ err: error }, "model could not be warmed up"),
    );
  const runs = createRunSupervisor({ db, listener, model, log, mails: mailer !== null });
  const schedule = createSchedule(db, scheduledJobs, log);
  const push = createPushSender(config);
  // A connection of its own: a great many reminders wait for each other, and no request for them.
  const ringer = createRinger(
    openDatabase(config.DATABASE_URL, 1, direct),
    listener,
    { config, push, mailer },
    log,
  );
  const migrations = path.join(root, "prisma", "migrations");
  const draining = new AbortController();
  const deadline = new AbortController();
  return {
    config,
    log,
    db,
    auth,
    mailer,
    push,
    ringer,
    listener,
    workers,
    turns,
    runs,
    verifyToken: createTokenVerifier({ auth, db, config }, config.PUBLIC_URL),
    verifyClientSecret: createTokenVerifier({ auth, db, config }, chatKitAudience({ config })),
    draining: draining.signal,
    drainDeadline: deadline.signal,
    migrations,
    readiness: createReadiness(db, migrations),
    async close(graceMs, requestsDone) {
      draining.abort();
      const timer = setTimeout(() => deadline.abort(), graceMs);
      await Promise.all([
        runs.close(graceMs * RUNS_SHARE),
        // A job that misses the deadline is rolled back and is due again in another process.
        Promise.race([schedule.close(), once(deadline.signal, "abort")]),
        // So is a message that has no answer by then, after its lease.
        Promise.race([ringer.close(), once(deadline.signal, "abort")]),
        requestsDone,
      ]);
      clearTimeout(timer);
      deadline.abort();
      await Promise.all([workers.close(), modelWorkers.close()]);
      await mailer?.close();
      await listener.close();
      await database.close();
    },
  };
}
