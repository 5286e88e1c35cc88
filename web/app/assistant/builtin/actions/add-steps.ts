import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import type { StepsWanted } from "../frames/steps";
import { call, type Steps, type Task, type Turn, taskIn, tasksIn } from "../turn";
import { likelyMatches } from "./match";

/** Makes the steps of a task, and the task where there is none to break down. */
export function* addSteps({ of, titles, makes }: StepsWanted, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* tasksNamed(of, turn);
  if (found.length > 1)
    return phrases.which(
      "update",
      found.map((task) => taskLine(task, turn)),
    );
  let [parent] = found;
  if (!parent) {
    if (of === null) return phrases.nothingShown();
    if (!makes) return phrases.notFound(of, []);
    const made = yield* call("create_task", { title: of });
    const task = taskIn(made);
    if (!task) return phrases.failed(made);
    parent = task;
  }
  const { id } = parent;
  const outcomes = yield titles.map((title) => ({
    name: "create_task",
    arguments: { title, parent_id: id },
  }));
  const lines = outcomes.flatMap((outcome) => {
    const step = taskIn(outcome);
    return step ? [taskLine(step, turn)] : [];
  });
  const failures = outcomes.filter((outcome) => !taskIn(outcome)).map(phrases.failed);
  const added = lines.length > 0 ? [phrases.stepsAdded(taskLine(parent, turn), lines)] : [];
  return [...added, ...new Set(failures)].join("\n");
}

/** The open tasks that words name, by number or title; of no words what was spoken of last. */
function* tasksNamed(of: string | null, turn: Turn): Steps<Task[]> {
  const number = /^#?(\d{1,9})$/.exec(of ?? "")?.[1];
  const ids = of === null ? turn.shown.slice(0, 2).map(({ id }) => id) : number ? [+number] : null;
  if (ids?.length === 1) {
    const task = taskIn(yield* call("get_task", { id: ids[0] }));
    return task ? [task] : [];
  }
  if (ids !== null || of === null) return [];
  const outcome = yield* call("search_tasks", { query: of, status: "open" });
  const tasks = tasksIn(outcome).filter((task) => (task.parent_id ?? null) === null);
  return likelyMatches(tasks, of);
}
