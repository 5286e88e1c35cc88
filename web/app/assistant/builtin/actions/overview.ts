import { phrasesFor, type Stats } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import { call, type Steps, type Task, type Turn, tasksIn } from "../turn";

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

/** Names the task to do next: what is late, then what is due soonest, then what matters most. */
export function* suggestNext(turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const outcome = yield* call("list_tasks", { status: "open", limit: 100 });
  if (outcome.error) return phrases.failed(outcome);
  const [first, ...rest] = [...tasksIn(outcome)].sort(byUrgency(turn.now));
  if (!first) return phrases.next(null, []);
  return phrases.next(
    taskLine(first, turn),
    rest.slice(0, 2).map((task) => taskLine(task, turn)),
  );
}

/** Takes the last turn back. Where somebody changed a task since, the person is asked by the tool. */
export function* undoLast(anyway: boolean, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  let outcome = yield* call("undo_last", anyway ? { force: true } : {});
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

const WEIGHT: Record<Task["priority"], number> = { high: 0, medium: 1, low: 2 };

function byUrgency(now: Temporal.ZonedDateTime): (a: Task, b: Task) => number {
  const today = now.toPlainDate().toString();
  const soon = (task: Task): number => (task.due_at && task.due_at.slice(0, 10) <= today ? 0 : 1);
  return (a, b) =>
    soon(a) - soon(b) ||
    WEIGHT[a.priority] - WEIGHT[b.priority] ||
    (a.due_at ?? "9999").localeCompare(b.due_at ?? "9999") ||
    a.id - b.id;
}
