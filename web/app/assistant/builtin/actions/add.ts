import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import { resolveDue } from "../dates/resolve";
import { type Call, type Steps, type Turn, taskIn } from "../turn";
import type { NewTask } from "../understand/command";

/** Makes the tasks a message asks for. */
export function* addTasks(tasks: readonly NewTask[], turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  if (tasks.length === 0) return phrases.needsTitle();
  const outcomes = yield tasks.map((task) => createCall(task, turn));
  const lines: string[] = [];
  const failures: string[] = [];
  for (const outcome of outcomes) {
    const task = taskIn(outcome);
    if (task) lines.push(taskLine(task, turn));
    else failures.push(phrases.failed(outcome));
  }
  return [...(lines.length > 0 ? [phrases.added(lines)] : []), ...new Set(failures)].join("\n");
}

function createCall({ title, when, priority, category, description }: NewTask, turn: Turn): Call {
  const due = resolveDue(when, { now: turn.now });
  return {
    name: "create_task",
    arguments: {
      title,
      ...(description ? { description } : {}),
      ...(priority ? { priority } : {}),
      ...(category ? { category } : {}),
      ...(due ? { due_at: due } : {}),
      ...(when.repeat ? { recurrence: when.repeat.rule } : {}),
    },
  };
}
