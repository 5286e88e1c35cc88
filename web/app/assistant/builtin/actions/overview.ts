import type { Stats } from "../answers/phrase-types";
import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import { call, type Steps, type Turn, tasksIn } from "../turn";

/** Says how many tasks there are. */
export function* countTasks(
  focus: Parameters<ReturnType<typeof phrasesFor>["stats"]>[1],
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const outcome = yield* call("get_stats", {});
  if (!outcome.value || outcome.error) return phrases.failed(outcome);
  const number = (key: keyof Stats): number => Number(outcome.value?.[key] ?? 0);
  const stats: Stats = {
    total: number("total"),
    open: number("open"),
    completed: number("completed"),
    overdue: number("overdue"),
    completed_this_week: number("completed_this_week"),
    streak: number("streak"),
  };
  return phrases.stats(stats, focus);
}

/** Takes the last turn back. Where somebody changed a task since, the person is asked by the tool. */
export function* undoLast(turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  let outcome = yield* call("undo_last", {});
  if (outcome.error?.code === "nothing_to_undo") return phrases.nothingToUndo();
  if (outcome.error?.code === "undo_conflict") {
    const changed = outcome.error.detail.match(/#\d+/g) ?? [];
    outcome = yield* call("undo_last", { force: true });
    if (outcome.rejected) return phrases.kept("update", changed);
  }
  if (outcome.rejected) return phrases.kept("update", []);
  if (outcome.error) return phrases.failed(outcome);
  return phrases.undone(tasksIn(outcome).map((task) => taskLine(task, turn)));
}
