import type { Db } from "#app/platform/database/database";
import type { PrismaClient } from "./generated/client";
import type { Logger } from "./log";
import { scheduledJobs } from "./metrics";
import { inSpan } from "./tracing/span";

/** A periodic job that runs in one process of the deployment at a time. */
export interface Job {
  /** Unique; the key of the job in the database. */
  name: string;
  everyMs: number;
  /** Runs in the transaction that records the time of the run. Returns the number of items. */
  run(tx: Db, now: Date): Promise<number>;
}

/** The scheduler of a process. */
export interface Schedule {
  /** Runs the jobs that are due and not running elsewhere; returns the names of those it ran. */
  tick(): Promise<string[]>;
  /** Stops the timer; resolves when the current tick has ended. */
  close(): Promise<void>;
}

const TICK_MS = 60_000;
/** Timeout of a job. */
const TIMEOUT_MS = 60_000;

/**
 * Runs each job once per interval across all processes: an advisory lock excludes concurrent runs,
 * and the time of the last run is written in the job's own transaction. A failed job is rolled back
 * and is due again at the next tick.
 *
 * @param clock returns the current time
 */
export function createSchedule(
  db: PrismaClient,
  jobs: Job[],
  log: Logger,
  clock = () => new Date(),
): Schedule {
  let current: Promise<string[]> = Promise.resolve([]);

  async function runDueJobs(): Promise<string[]> {
    const done: string[] = [];
    for (const job of jobs) {
      try {
        const count = await inSpan(`work ${job.name}`, { parent: null }, () =>
          runIfDue(db, job, clock()),
        );
        if (count === null) continue;
        done.push(job.name);
        scheduledJobs.inc({ work: job.name, outcome: "done" });
        log.info({ work: job.name, count }, "scheduled work done");
      } catch (error) {
        scheduledJobs.inc({ work: job.name, outcome: "failed" });
        log.error({ err: error, work: job.name }, "scheduled work failed");
      }
    }
    return done;
  }

  // Ticks never overlap: a slow one delays the next.
  const tick = () => {
    current = current.then(runDueJobs);
    return current;
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();

  return {
    tick,
    async close() {
      clearInterval(timer);
      await current;
    },
  };
}

function runIfDue(db: PrismaClient, job: Job, now: Date): Promise<number | null> {
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('scheduled_work'), hashtext(${job.name})) AS taken`;
      if (!lock?.taken) return null;
      const dueBefore = new Date(now.getTime() - job.everyMs);
      const claimed = await tx.$executeRaw`
        INSERT INTO scheduled_work AS last (name, done_at) VALUES (${job.name}, ${now})
        ON CONFLICT (name) DO UPDATE SET done_at = ${now} WHERE last.done_at <= ${dueBefore}`;
      return claimed === 0 ? null : job.run(tx as Db, now);
    },
    { timeout: TIMEOUT_MS },
  );
}
