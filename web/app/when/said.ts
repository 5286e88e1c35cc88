import type { Day, Frequency } from "./calendar";
import type { Amount, ClockSaid } from "./shapes";
import type { Problem } from "./value";

/* What a phrase says, before it is known what day it is. */

/** Parts of the day; the hour that each means alone is a preference. */
export type Part = "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night" | "midnight";

/** What days are counted from. */
export interface Calendar {
  today: Day;
  /** The ISO weekday that weeks begin with. */
  firstWeekday: number;
  /** Whether the text tells of what has been: it decides what کل means. */
  past: boolean;
  /** Whether the words ask for what there is, or say when something is due. */
  asks: boolean;
}

/** Why what was said cannot be a time as it stands. */
export type Trouble = Extract<Problem, { kind: "impossible" | "contradiction" }>;

/** A day as it was said. What is not said is missing. */
export interface DaySaid {
  weekday?: number;
  /** Weeks from the present one; null is the next such weekday. */
  week?: number | null;
  /** Day of the month, from its end when negative. */
  day?: number;
  month?: number;
  year?: number | null;
  /** Months from the present one: "the 5th of next month". */
  monthShift?: number;
  /** "Of the month": of the next one that still has the day before it. */
  loose?: true;
  /** Which of its weekdays in the month, from its end when negative. */
  nth?: number;
  /** Counts working days only: the last working day. */
  working?: true;
  /** A distance from today: in two weeks. */
  ahead?: Amount;
  /** So many days before or after today, as the verb tells: کل. */
  either?: number;
  /** Whether it is at a distance from another day; of those none is at a distance again. */
  away?: true;
  /** Any other way of saying a day. */
  find?: (calendar: Calendar) => Day | Trouble;
}

/** Days that are said as one: a week, a month, a weekend, the next three days. */
export interface SpanSaid {
  unit: "days" | "week" | "weekend" | "month" | "quarter" | "year";
  /** Units from the present one. */
  shift: number;
  /** A month by its name. */
  month?: number;
  year?: number | null;
  /** Years from the present one: December of next year. */
  yearShift?: number;
  /** Days from today on that it lasts, for "the next three days". */
  ahead?: Amount;
}

/** A repetition as it was said; the names are those of RFC 5545. */
export interface RepeatSaid {
  freq: Frequency;
  interval: number;
  byday?: readonly string[];
  bymonthday?: readonly number[];
  bymonth?: readonly number[];
  bysetpos?: number;
  /** Whether it is of the quarters of the year: its days are of their first or last month. */
  quarter?: true;
  /** So many times in each period, without saying when: twice a day. */
  often?: number;
}

/** What a preposition makes of a time. */
export type Role = "by" | "before" | "after" | "from" | "until" | "within";

/** All that a phrase says. */
export interface Said {
  day?: DaySaid;
  /** Several days that were listed: on Monday and Thursday. */
  days?: readonly DaySaid[];
  /** Days of which one is to be chosen: Tuesday or Wednesday. */
  choice?: readonly DaySaid[];
  span?: SpanSaid;
  clock?: ClockSaid;
  part?: Part;
  /** Where a time from one hour to another ends. */
  end?: ClockSaid;
  endPart?: Part;
  /** Several times of a day. */
  clocks?: readonly ClockSaid[];
  parts?: readonly (Part | null)[];
  /** A distance from now that is told in hours or minutes. */
  ahead?: Amount;
  exact?: string;
  /** How long it takes. */
  lasting?: Amount;
  repeat?: RepeatSaid;
  /** First and last day of a repetition or of a span of days. */
  from?: DaySaid;
  until?: DaySaid;
  count?: number;
  /** How long a repetition goes on. */
  during?: Amount;
  /** What a repetition leaves out: days, days that are said as one, or from one to another. */
  except?: readonly Pick<Said, "day" | "span" | "from" | "until">[];
  completion?: true;
  role?: Role;
  shift?: Amount;
  special?: "none" | "overdue" | "skip";
  /** Whether the word may belong to a noun behind it: daily, ماہانہ. */
  adjective?: true;
  /** Whether a word marks it as a time: a preposition, or a postposition in Urdu. */
  marked?: true;
}

const CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
/** An ISO weekday as RFC 5545 writes it. */
export const codeOf = (weekday: number): string => CODES[weekday - 1] ?? "MO";
/** The ISO weekday of a code. */
export const weekdayFromCode = (code: string): number => CODES.indexOf(code.slice(-2)) + 1;
