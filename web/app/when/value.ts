/** A day, or a moment on the clock of the person's zone. */
export interface Point {
  /** `2026-11-22` */
  day: string;
  /** `17:00`; null is a day without a time. */
  time: string | null;
  /** The moment as RFC 3339 with the zone's offset; null without a time. */
  at: string | null;
}

/** What a preposition made of a day or moment: "by Friday", "before 5", "from Monday". */
export type PointRole = "on" | "by" | "before" | "after" | "from";

/** A day or a moment, and how many minutes it takes when that was said. */
export interface PointValue extends Point {
  kind: "day" | "moment";
  role: PointRole;
  minutes: number | null;
}

/** From one moment to another: `minutes` is how long. */
export interface RangeValue {
  kind: "range";
  start: Point;
  end: Point;
  minutes: number;
}

/** Days that are said as one; `due` is the day by which something said so is due. */
export interface SpanValue {
  kind: "span";
  from: string;
  to: string;
  due: string;
}

/** A repetition. `rule` is an RRULE value with its end, if it has one. */
export interface RecurrenceValue {
  kind: "recurrence";
  rule: string;
  /** The first occurrence. */
  start: Point;
  minutes: number | null;
  /** Days on which it does not occur. */
  except: readonly string[];
  /** What the next occurrence is counted from. */
  from: "due" | "completion";
}

/** Several tasks: one at 9 and one at 21, one on Monday and one on Thursday. */
export interface SeveralValue {
  kind: "several";
  values: readonly (PointValue | RangeValue | RecurrenceValue)[];
}

/** A due date put off, or brought forward where it is negative. */
export interface ShiftValue {
  kind: "shift";
  minutes: number;
  days: number;
  months: number;
}

/** What a phrase of time means, for a person in a zone at a moment. */
export type TimeValue =
  | PointValue
  | RangeValue
  | SpanValue
  /** How long something takes, and no more. */
  | { kind: "duration"; minutes: number }
  | RecurrenceValue
  | SeveralValue
  | ShiftValue
  | { kind: "none" | "overdue" }
  /** On to the next occurrence; the days within which the one that is left out lies. */
  | { kind: "skip"; from: string | null; to: string | null };

/** Why a phrase is no value, or what should be said about its value. */
export type Problem =
  /** There is no such day: 30 February, the 32nd. No value. */
  | { kind: "impossible"; day: number; month: number | null; year: number | null }
  /** Weekday and date are of different days; which is meant? No value. */
  | { kind: "contradiction"; days: readonly string[] }
  /** "Tuesday or Wednesday": which? No value. */
  | { kind: "choice"; days: readonly string[] }
  /** A repetition within the day cannot be kept; `possible` is the nearest that can. No value. */
  | { kind: "within-day"; hours: number; possible: string }
  /** So often in a period, without saying when. The value has hours that were chosen, or none. */
  | { kind: "often"; count: number; rule: string }
  /** The moment or day has passed. */
  | { kind: "passed"; at: string };
