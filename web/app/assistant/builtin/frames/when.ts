import { localDue } from "#app/tasks/times/local-due";
import { taskTimes } from "#app/tasks/times/task-times";
import { type Combined, combineTimes, type TimeContext, type TimeSpan } from "#app/when/find-times";
import type { Problem, TimeValue } from "#app/when/value";

/** The words of a command that say when, still to be read against the task that they are about. */
export interface When {
  text: string;
  spans: readonly TimeSpan[];
  context: TimeContext;
}

/** What a task takes from a time. */
export interface TaskTimes {
  due_at?: string | null;
  duration_minutes?: number | null;
  recurrence?: string | null;
  recurrence_from?: "due" | "completion";
  recurrence_except?: string[];
}

/** What some words of time mean; with the due date of a task, which of its halves they keep. */
export function meaningOf({ text, spans, context }: When, due?: string | null): Combined {
  const local = localDue({ dueAt: due ?? null }, context.timeZone);
  if (!local) return combineTimes(text, spans, context);
  const own = local.time !== null && local.time >= "12:00" ? spans.map(inSecondHalf) : spans;
  return combineTimes(text, own, { ...context, moves: true, due: local });
}

/** "Make that 8:30" of a task in the evening is the evening still. */
function inSecondHalf(span: TimeSpan): TimeSpan {
  const { clock, part } = span.said;
  if (!clock || clock.exact || part || clock.minutes >= 720) return span;
  return { ...span, said: { ...span.said, clock: { minutes: clock.minutes + 720, exact: true } } };
}

/** The tasks' times that a value is, only what was said: several where it is for a task each. */
export const timesOf = (value: TimeValue | null): TaskTimes[] =>
  taskTimes(value, ({ day, at }) => at ?? day).map((times) => ({
    ...(times.dueAt !== null && { due_at: times.dueAt }),
    ...(times.durationMinutes !== null && { duration_minutes: times.durationMinutes }),
    ...(times.recurrence !== null && { recurrence: times.recurrence }),
    ...(times.recurrenceFrom === "completion" && { recurrence_from: times.recurrenceFrom }),
    ...(times.recurrenceExcept.length > 0 && { recurrence_except: times.recurrenceExcept }),
  }));

/** Problems that leave a time without a value, or with less than was said. */
export const blocks = (problems: readonly Problem[]): Problem | undefined =>
  problems.find(({ kind }) => kind !== "passed" && kind !== "often");
