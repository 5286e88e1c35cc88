import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import type { Filter } from "../frames/command";
import { call, type Steps, type Task, type Turn, tasksIn } from "../turn";
import { listArguments } from "./find";

/** What `bulk_update` may make of every task that it finds. */
export interface BulkSet {
  completed?: boolean;
  deleted?: true;
  priority?: Task["priority"];
  category?: string | null;
  due_at?: string | null;
}

/** Whether one call finds what a filter means: it knows no day of completion and no missing date. */
export function canChangeAll(filter: Filter): boolean {
  return (
    !(filter.status === "completed" && filter.days) && !filter.lacks && filter.repeats === undefined
  );
}

/** Changes every task that a filter finds, in one call that the person approves row by row. */
export function* changeAll(
  change: "complete" | "reopen" | "delete" | "update",
  { filter, tasks, set }: { filter: Filter; tasks: readonly Task[]; set: BulkSet },
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const outcome = yield* call("bulk_update", { filter: listArguments(filter), set });
  if (outcome.rejected)
    return phrases.kept(
      change,
      tasks.map((task) => taskLine(task, turn)),
    );
  if (outcome.error) return phrases.failed(outcome);
  const lines = tasksIn(outcome).map((task) => taskLine({ ...task, completed: false }, turn));
  return lines.length > 0 ? phrases.done(change, lines) : phrases.nothingFits();
}
