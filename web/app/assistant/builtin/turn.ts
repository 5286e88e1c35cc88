import type { Numerals } from "#app/i18n/numerals";
import type { Preferences } from "#app/when/preferences";
import type { AnswerData, Choice } from "../answer-data";
import type { Language } from "../language";
import type { KnownTask } from "./reading/known";

/** A task as the tools give it. */
export interface Task {
  id: number;
  title: string;
  description: string | null;
  priority: "low" | "medium" | "high";
  category: string | null;
  due_at: string | null;
  recurrence: string | null;
  completed: boolean;
  completed_at: string | null;
  /** The task that it is a step of. */
  parent_id?: number | null;
  /** When it rings; null is the person's default. */
  reminders?: readonly ({ at: string } | { minutes_before: number })[] | null;
}

/** A call of a tool that the plan wants made. */
export interface Call {
  name: string;
  arguments: Record<string, unknown>;
}

/** What became of a call. */
export interface Outcome {
  name: string;
  arguments: Record<string, unknown>;
  /** The structured result, when there is one. */
  value: Record<string, unknown> | null;
  /** The person did not approve the call. */
  rejected: boolean;
  error: { code: string; detail: string } | null;
}

/** A task that the assistant's last words named. */
export interface Shown {
  id: number;
  title: string;
}

/** All that a plan is made from. */
export interface Turn {
  /** What the person said last. */
  text: string;
  /** What to answer in. */
  language: Language;
  /** What the person said it in, where that may be another. */
  written?: Language;
  /** The digits of an answer in Urdu script. */
  numerals?: Numerals;
  /** How the person counts weeks and hours, as far as they chose. */
  preferences?: Partial<Preferences>;
  /** How many files came with it. */
  attached?: number;
  now: Temporal.ZonedDateTime;
  /** The tasks of the person, as far as they are known before any tool is called. */
  known?: readonly KnownTask[];
  /** The calls made for this message so far, in order. */
  outcomes: readonly Outcome[];
  /** The tasks that the assistant's last message named, in its order. */
  shown: readonly Shown[];
  /** The tasks of the last answer that named several. */
  listed: readonly Shown[];
  /** The tasks that the last few answers named, in their order. */
  spoken?: readonly Shown[];
  /** The tasks that answers named since then. */
  told?: readonly Shown[];
  /** What the assistant's last message asked, and whether this message withdrew it. */
  asked?: AnswerData["asked"];
  /** What the person said before, the latest at the end. */
  earlier: readonly string[];
  /** The message before this one, if the assistant answered it with a question. */
  questioned: string | null;
  /** Takes the choices of a question that is asked. */
  offer?(choices: readonly Choice[]): void;
  /** Takes that a command was not simply understood. */
  doubt?(reading: NonNullable<AnswerData["reading"]>): void;
}

/** What to do now: call tools, or say something and be done. */
export type Plan =
  | { calls: Call[] }
  | ({ text: string } & Pick<AnswerData, "shown" | "choices" | "reading">);

/** A part of a plan: asks for calls, gets their outcomes, ends with what to say. */
export type Steps<R = string> = Generator<Call[], R, Outcome[]>;

/** Makes one call and gives what became of it. */
export function* call(name: string, args: Record<string, unknown>): Steps<Outcome> {
  const [outcome] = yield [{ name, arguments: args }];
  return outcome ?? { name, arguments: args, value: null, rejected: false, error: null };
}

/** The task in a result, if it is one. */
export function taskIn(outcome: Outcome): Task | null {
  const task = outcome.value?.task;
  return isTask(task) ? task : null;
}

/** The tasks in a result that lists. */
export function tasksIn(outcome: Outcome): Task[] {
  const tasks = outcome.value?.tasks;
  return Array.isArray(tasks) ? tasks.filter(isTask) : [];
}

function isTask(value: unknown): value is Task {
  return typeof value === "object" && value !== null && "id" in value && "title" in value;
}
