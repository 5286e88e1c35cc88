import type { Listener } from "#app/platform/database/listener";
import { MISSED_PAYLOAD } from "#app/platform/database/listener";
import type { Database } from "#app/platform/database/open-database";
import type { Logger } from "#app/platform/log";
import { reminderLateSeconds } from "#app/platform/metrics";
import { recentRings } from "#app/platform/recent-outcomes";
import { deliverAll, type Senders } from "#app/reminders/deliver/deliver.server";
import { claimDigests } from "./claim-digests.server";
import { claimDue } from "./claim-due.server";
import { nextWake } from "./next-wake.server";

/** PostgreSQL channel of what is to ring soon; the payload is the moment, in milliseconds. */
export const REMINDER_DUE_CHANNEL = "reminder_due";

/** Rings what is due, in any number of processes. */
export interface Ringer {
  /** Rings what is due now; resolves when all of it was sent, here or elsewhere. */
  ring(): Promise<void>;
  /** Stops; resolves when what is on its way was sent. */
  close(): Promise<void>;
}

/** What rings sooner is announced, so that this is the longest sleep (`wake_ringers` knows it). */
const SLEEP_MAX_MS = 10 * 60_000;
/** Another process, or an edit, holds what is due. */
const HELD_MS = 500;
const AFTER_FAILURE_MS = 5_000;

/**
 * Rings reminders at their moments. It sleeps until the next of them, and is woken by NOTIFY when
 * there is a sooner one; it asks nothing in between.
 *
 * @param database of its own, with one connection: ringing never takes one from requests
 */
export function createRinger(
  database: Database,
  listener: Listener,
  senders: Senders,
  log: Logger,
): Ringer {
  const { db } = database;
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let wakesAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> | null = null;
  let again = false;

  function sleep(ms: number): void {
    clearTimeout(timer);
    if (stop.signal.aborted) return;
    const wait = Math.min(Math.max(ms, 0), SLEEP_MAX_MS);
    wakesAt = Date.now() + wait;
    timer = setTimeout(() => void ring(), wait);
    timer.unref();
  }

  let delivering: Promise<unknown> | null = null;
  /** Sends what is to be sent; joins a delivery that is at work. */
  function deliver(): Promise<unknown> {
    delivering ??= deliverAll(db, senders, stop.signal).finally(() => {
      delivering = null;
    });
    return delivering;
  }

  async function claimAll(): Promise<void> {
    const mails = senders.mailer !== null;
    while (!stop.signal.aborted) {
      const { reminders, late } = await claimDue(db, mails);
      // What rings within the same minute rings with what is due.
      for (const seconds of late) reminderLateSeconds.observe(Math.max(seconds, 0));
      const digests = await claimDigests(db, mails);
      if (reminders === 0 && digests === 0) return;
      // The first messages go out while the last reminders are claimed. An error comes again below.
      deliver().catch(() => {});
    }
  }

  async function ringAll(): Promise<void> {
    again = false;
    try {
      await claimAll();
      await deliver();
      // What was claimed after the last look of the one before.
      await deliver();
      const wait = stop.signal.aborted ? null : await nextWake(db);
      sleep(wait === null ? SLEEP_MAX_MS : wait <= 0 ? HELD_MS : wait);
      recentRings.record(true);
    } catch (error) {
      await delivering?.catch(() => {});
      log.warn({ err: error }, "reminders could not be rung; trying again");
      recentRings.record(false);
      sleep(AFTER_FAILURE_MS);
    }
  }

  async function ring(): Promise<void> {
    // A call during another one is for what became due meanwhile.
    again = true;
    running ??= (async () => {
      while (again && !stop.signal.aborted) await ringAll();
      running = null;
    })();
    await running;
  }

  const stopListening = listener.on(REMINDER_DUE_CHANNEL, (payload) => {
    const at = payload === MISSED_PAYLOAD ? 0 : Number(payload);
    // Clocks may differ: the database says how long it is.
    if (at < wakesAt) void ring();
  });
  void ring();
  return {
    ring,
    async close() {
      stop.abort();
      stopListening();
      clearTimeout(timer);
      await running;
      await database.close();
    },
  };
}
