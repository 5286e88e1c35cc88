import type { Unit } from "./words.days";
import type { Part } from "./words.times";

/** A day as it was said, before it is known what today is. */
export type Day =
  | { kind: "offset"; days: number; either?: true }
  | { kind: "weekday"; weekday: number; week: number | null }
  | { kind: "date"; day: number; month: number; year: number | null }
  | { kind: "monthday"; day: number; month: number | null }
  | { kind: "span"; unit: "week" | "month" | "year"; shift: number; edge: "start" | "end" | null }
  | { kind: "weekend"; shift: number }
  /** The first Monday of a month, or its last (-1). */
  | { kind: "nthday"; nth: number; weekday: number; month: number | null }
  // `within` is all the time until then, where tasks are asked for: "the next two days".
  // `fromDue` counts from the date a task already has: "push it by two days".
  | { kind: "move"; amount: number; unit: Unit; fromDue?: true; within?: true };

/** A time of day as it was said; `half` is missing where "5" was said without am or pm. */
export interface Clock {
  hour: number;
  minute: number;
  half: Part["half"] | null;
}

/** How something repeats; `rule` is an RRULE value without the prefix. */
interface Repeat {
  rule: string;
}

/** All that an utterance says about when. */
export interface When {
  day?: Day;
  clock?: Clock;
  part?: Part;
  repeat?: Repeat;
  /** It should happen more often than the rule says: "twice a day". */
  often?: true;
  /** A moment written in full: an ISO date and time. */
  exact?: string;
}
