import type { Problem } from "#app/when/value";
import type { Command } from "../frames/command";
import type { Outcome, Task } from "../turn";

export interface Stats {
  total: number;
  open: number;
  completed: number;
  overdue: number;
  completed_this_week: number;
  streak: number;
}

/** What a list was asked for, as far as an answer says it. */
export interface Scope {
  /** "today", کل, or nothing when no day was named. */
  day: string | null;
  status: "open" | "completed" | "all" | "overdue";
  search: string | null;
}

/** Why a task is done before others. */
export type Reason = "overdue" | "today" | "soon" | "high" | "free";

type Change = "complete" | "reopen" | "delete" | "update";

/** Everything the assistant says, once in each form of writing. Lines for tasks come ready-made. */
export interface Phrases {
  added(lines: string[]): string;
  /** Steps of a task were made. */
  stepsAdded(line: string, lines: string[]): string;
  /** Steps of a task that was completed are open, by their numbers. */
  stepsOpen(numbers: number[]): string;
  /** What was completed was the last open step of a task. */
  lastStep(number: number): string;
  needsTitle(): string;
  listed(count: number, scope: Scope, lines: string[], total: number): string;
  nothingListed(scope: Scope): string;
  counted(count: number, scope: Scope): string;
  details(
    line: string,
    parts: {
      description: string | null;
      priority: string;
      category: string | null;
      recurrence: string | null;
      completed: boolean;
    },
  ): string;
  done(change: Change, lines: string[]): string;
  already(change: "complete" | "reopen", line: string): string;
  kept(change: Change, names: string[]): string;
  which(change: Change | "show", lines: string[]): string;
  notFound(said: string, near: string[]): string;
  noNumber(id: number): string;
  nothingShown(): string;
  nothingFits(): string;
  eachByNumber(lines: string[], numbers: number[]): string;
  whatToChange(line: string): string;
  stats(stats: Stats, focus: "all" | "open" | "completed" | "overdue"): string;
  /** What to do, in its order; `others` can wait, and there are more of them than are named. */
  plan(lines: string[], others: { names: string[]; count: number }): string;
  /** Why a task comes when it does. */
  reason(why: Reason, due: string): string;
  /** When a task rings that was asked to: a day or a moment, passed or to come. */
  rings(when: string, passed: boolean): string;
  /** It was asked to ring before something that has no date. */
  ringsUndated(): string;
  undone(lines: string[]): string;
  nothingToUndo(): string;
  restored(lines: string[]): string;
  /** What is in the trash is found by its number alone. */
  trashByNumber(): string;
  greeting(): string;
  howAreYou(): string;
  welcome(): string;
  farewell(): string;
  help(): string;
  identity(): string;
  /** So many files came, which stay unread. */
  attached(count: number): string;
  /** Somebody said what should not be done. */
  refrained(): string;
  nothingWaiting(): string;
  /** There is one list, and groups of tasks in it. */
  lists(groups: string[]): string;
  /** Asks which of two readings is meant. */
  unsure(readings: string[]): string;
  /** A command as it is named in that question. */
  reading(intent: Command["intent"], names: string[]): string;
  /** The same command as a person says it who chose it. */
  choice(intent: Command["intent"], names: string[]): string;
  /** Why words of time are none. */
  problem(problem: Problem): string;
  tooLong(): string;
  unknown(): string;
  failed(outcome: Outcome): string;
  day(offset: number, date: Temporal.PlainDate, thisYear: boolean): string;
  /** A part of a day, by the hour that it begins at or is named for. */
  partOfDay(day: string, hour: number): string;
  /** A day as one end of a time: "before Friday". */
  side(side: "before" | "by" | "after", day: string): string;
  /** "this week"; nothing where the language has no word for it. */
  span(unit: "week" | "month" | "year", shift: number): string | null;
  priority(value: Task["priority"]): string;
  /** How a task repeats, by the frequency of its rule; an interval or days are not told. */
  repeats(frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY" | null): string;
}
