/** How well something went of late. */
export type Working = "works" | "partly" | "down";

/** How the last attempts at one kind of work went, in this process. */
export interface RecentOutcomes {
  record(succeeded: boolean): void;
  readonly working: Working;
}

/** Older outcomes say nothing of now. */
const KEPT_MS = 15 * 60_000;
/** Most outcomes that are kept. */
const KEPT = 20;
/** This many failures in a row are no accident. */
const DOWN = 3;
/** The share of failures from which on a person is likely to meet one. */
const PARTLY = 0.2;

/** @param now milliseconds of a clock that only goes forward */
export function createRecentOutcomes(now = () => performance.now()): RecentOutcomes {
  let outcomes: { succeeded: boolean; at: number }[] = [];
  return {
    record(succeeded) {
      outcomes = [...outcomes.slice(1 - KEPT), { succeeded, at: now() }];
    },
    get working() {
      const recent = outcomes.filter(({ at }) => now() - at < KEPT_MS);
      const failed = recent.filter(({ succeeded }) => !succeeded).length;
      if (recent.length >= DOWN && recent.slice(-DOWN).every(({ succeeded }) => !succeeded))
        return "down";
      return failed / Math.max(recent.length, 1) >= PARTLY ? "partly" : "works";
    },
  };
}

/** Answers of the assistant, but for what a person stopped. */
export const recentAnswers = createRecentOutcomes();

/** Looks for reminders that are due, and sending them. */
export const recentRings = createRecentOutcomes();
