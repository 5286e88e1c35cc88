import type { Db } from "./database";
import type { PrismaClient } from "./generated/client";
import type { Logger } from "./log";
import { scheduledWork } from "./metrics";

/** Something to be done now and again, by one process of all. */
export interface Work {
  name: string;
  everyMs: number;
  /** Does it, in the transaction that also keeps when it was done. Gives how much there was. */
  run(tx: Db, now: Date): Promise<number>;
}

/** The scheduled work of a process. */
export interface Schedule {
  /** Does what is due and nobody else is doing; gives the names of what was done here. */
  tick(): Promise<string[]>;
  /** Stops looking; resolves when what is being done is done. */
  close(): Promise<void>;
}

const TICK_MS = 60_000;
/** Longest that one work may take. */
const LIMIT_MS = 60_000;

/**
 * Does each work once an interval across all processes: a lock lets one of them in, and the row
 * that says when it was done last is written with the work itself. What fails leaves nothing and
 * is due again at the next look.
 *
 * @param clock what time it is
 */
export function createSchedule(
  db: PrismaClient,
  works: Work[],
  log: Logger,
  clock = () => new Date(),
): Schedule {
  let current: Promise<string[]> = Promise.resolve([]);

  async function tick(): Promise<string[]> {
    const done: string[] = [];
    for (const work of works) {
      try {
        const count = await once(db, work, clock());
        if (count === null) continue;
        done.push(work.name);
        scheduledWork.inc({ work: work.name, outcome: "done" });
        log.info({ work: work.name, count }, "scheduled work done");
      } catch (error) {
        scheduledWork.inc({ work: work.name, outcome: "failed" });
        log.error({ err: error, work: work.name }, "scheduled work failed");
      }
    }
    return done;
  }

  // One after another: a slow look delays the next.
  const next = () => {
    current = current.then(tick);
    return current;
  };
  const timer = setInterval(next, TICK_MS);
  timer.unref();

  return {
    tick: next,
    async close() {
      clearInterval(timer);
      await current;
    },
  };
}

function once(db: PrismaClient, work: Work, now: Date): Promise<number | null> {
  return db.$transaction(
    async (tx) => {
      const [lock] = await tx.$queryRaw<{ taken: boolean }[]>`
        SELECT pg_try_advisory_xact_lock(hashtext('scheduled_work'), hashtext(${work.name})) AS taken`;
      if (!lock?.taken) return null;
      const before = new Date(now.getTime() - work.everyMs);
      const due = await tx.$executeRaw`
        INSERT INTO scheduled_work AS kept (name, done_at) VALUES (${work.name}, ${now})
        ON CONFLICT (name) DO UPDATE SET done_at = ${now} WHERE kept.done_at <= ${before}`;
      return due === 0 ? null : work.run(tx as Db, now);
    },
    { timeout: LIMIT_MS },
  );
}
