import type { TimeFilter } from "#app/when/find-times";
import type { Priority } from "../lexicon/filters";
import type { Clause } from "./clause";
import type { Swap } from "./swap";
import type { When } from "./when";

/** A task that somebody wants made. */
export interface NewTask {
  title: string;
  when?: When;
  priority?: Priority;
  category?: string;
  description?: string;
  /** So many minutes before it is due it rings. */
  reminders?: readonly number[];
  /** So many minutes before `when` it is due; without one, before what was spoken of. */
  ahead?: number;
}

/** Which tasks are meant, as far as they were described rather than named. */
export interface Filter {
  status?: "open" | "completed" | "all";
  overdue?: true;
  priority?: Priority;
  category?: string;
  /** The days that are asked about. */
  days?: Pick<TimeFilter, "from" | "to">;
  /** The hour that the part of the day begins with which is asked about. */
  hour?: number;
  /** What the tasks are without. */
  lacks?: "due_at" | "category";
  /** How they repeat: the beginning of a rule, empty for any. */
  repeats?: string;
  /** Words that should be in the task. */
  search?: string;
  /** Words that are a category if there is one of that name, and otherwise looked for. */
  group?: string;
}

/** The task or tasks that a command is about. */
export interface Target {
  ids: number[];
  /** Places in the list that was shown last, or in the person's list; -1 is the last. */
  places?: number[];
  /** What was just spoken of: "it", "both". */
  pointing?: "one" | "several" | "other" | "before" | "after";
  everything?: true;
  /** Parts of titles of those that are left as they are. */
  except?: string[];
  filter: Filter;
  /** Parts of titles: the words by which tasks are named, one task each. */
  names: string[];
}

/** What an update changes. */
export interface Changes {
  title?: string;
  /** A part of the title that is put in the place of another. */
  swap?: Swap;
  description?: string;
  when?: When;
  priority?: Priority;
  category?: string | null;
  clear?: ("due" | "category" | "recurrence")[];
  /** On to the next occurrence. */
  skip?: true;
  /** So many minutes before it is due it rings. */
  reminders?: readonly number[];
}

/** What is to be done. */
export type Command =
  | { intent: "add"; tasks: NewTask[] }
  | { intent: "list"; filter: Filter; counting: boolean }
  | { intent: "find"; target: Target }
  | { intent: "complete" | "reopen" | "delete"; target: Target }
  | { intent: "restore"; target: Target }
  | { intent: "update"; target: Target; changes: Changes }
  | { intent: "stats"; focus: "all" | "open" | "completed" | "overdue" }
  | { intent: "answer"; yes: boolean }
  /** Two ways to read a message, of which neither is sure: the person is asked which is meant. */
  | { intent: "unsure"; readings: readonly [Command, Command] }
  | { intent: Plain };

/** A command, and how it was read. */
export interface Understood {
  command: Command;
  clause: Clause;
}

/** What is said in one sentence, whatever else the message holds. */
export const PLAIN = [
  "greet",
  "how",
  "thanks",
  "bye",
  "help",
  "identity",
  "next",
  "refrain",
  "undo",
  "ask-title",
  "lists",
  "too-long",
  "unknown",
] as const;

export type Plain = (typeof PLAIN)[number];
