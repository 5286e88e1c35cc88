import type { When } from "../dates/when";
import type { Priority } from "../lexicon/filters";

/** A task that somebody wants made. */
export interface NewTask {
  title: string;
  when: When;
  priority?: Priority;
  category?: string;
  description?: string;
}

/** Which tasks are meant, as far as they were described rather than named. */
export interface Filter {
  status?: "open" | "completed" | "all";
  overdue?: true;
  priority?: Priority;
  category?: string;
  when?: When;
  /** Which side of that day is meant: "before Friday", "by Friday"; the day itself if nothing is said. */
  side?: "before" | "by" | "after";
  past?: boolean;
  /** The other end, where two are named: "between Monday and Wednesday". */
  until?: When;
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
  filter: Filter;
  /** Part of a title, without words that were read as a date. */
  text: string;
  /** The text without the word that may have been the verb: "assignment jama ho gaya". */
  shorter?: string;
  /** The same with them: "submit friday report" may be a title after all. */
  wholeText: string;
}

/** What an update changes. */
export interface Changes {
  title?: string;
  description?: string;
  when?: When;
  priority?: Priority;
  category?: string | null;
  clear?: ("due" | "category" | "recurrence")[];
}

/**
 * What is to be done. `otherwise` is what the words mean when no task answers to them: "make gym
 * daily" changes the task gym, and "make breakfast daily" is a new one.
 */
export type Command =
  | { intent: "add"; tasks: NewTask[] }
  | { intent: "list"; filter: Filter; counting: boolean }
  | { intent: "search"; query: string; filter: Filter }
  | { intent: "restore"; target: Target }
  /** `perhaps`: it is a question that may be about a task, if one answers to its words. */
  | { intent: "show"; target: Target; perhaps?: true }
  | { intent: "complete" | "reopen" | "delete"; target: Target; otherwise?: NewTask[] }
  | { intent: "update"; target: Target; changes: Changes; otherwise?: NewTask[] }
  | { intent: "stats"; focus: "all" | "open" | "completed" | "overdue" | "week" | "streak" }
  | { intent: "greet" | "how" | "thanks" | "bye" | "help" | "identity" | "next" | "refrain" }
  | { intent: "undo" | "undo-anyway" }
  | { intent: "answer"; yes: boolean }
  | { intent: "unknown"; target: Target };
