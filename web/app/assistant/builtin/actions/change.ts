import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import type { Command } from "../frames/command";
import { type Call, type Outcome, type Steps, type Task, type Turn, taskIn } from "../turn";
import { canChangeAll, changeAll } from "./bulk";
import { findTasks, offerTasks, type Pick } from "./find";

type Kind = "complete" | "reopen" | "delete";

/** Completes, reopens or deletes the tasks a target means. */
export function* changeTasks(
  { intent: kind, target }: Extract<Command, { intent: Kind }>,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const prefer = kind === "complete" ? "open" : kind === "reopen" ? "completed" : "sure";
  const found = yield* findTasks(target, turn, prefer);
  if (found.kind === "said") return found.text;
  const lines = found.kind === "one" ? [] : found.tasks.map((task) => taskLine(task, turn));
  if (found.kind === "several") return askWhich(kind, found.tasks, turn);
  if (found.kind === "one") return yield* changeEach(kind, found.picks, turn);
  const { tasks } = found;
  if (tasks.length === 0) return phrases.nothingFits();
  // A deletion waits for approval by itself. Other changes of tasks that were only described are
  // named first, because nothing else would stop them.
  if (tasks.length === 1) return yield* changeEach(kind, tasks, turn);
  if (!target.everything) return askWhich(kind, tasks, turn);
  if (canChangeAll(found.filter)) {
    const set = kind === "delete" ? { deleted: true as const } : { completed: kind === "complete" };
    return yield* changeAll(kind, { filter: found.filter, tasks, set }, turn);
  }
  if (kind === "delete") return yield* changeEach(kind, tasks, turn);
  return phrases.eachByNumber(
    lines,
    tasks.map((task) => task.id),
  );
}

/** Asks which of some tasks is meant, and offers them where they are few. */
export function askWhich(kind: Kind | "update", tasks: readonly Task[], turn: Turn): string {
  offerTasks(tasks, turn);
  const lines = tasks.map((task) => taskLine(task, turn));
  return phrasesFor(turn.language).which(kind, lines);
}

function* changeEach(kind: Kind, picks: readonly Pick[], turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const said: string[] = [];
  const wanted = picks.filter((pick) => {
    if (pick.title === null || kind === "delete" || pick.completed !== (kind === "complete"))
      return true;
    said.push(phrases.already(kind, taskLine({ ...pick, completed: false }, turn)));
    return false;
  });
  if (wanted.length === 0) return said.join("\n");
  const outcomes = yield wanted.map(({ id }) => changeCall(kind, id));
  const lines: string[] = [];
  const kept: string[] = [];
  outcomes.forEach((outcome, at) => {
    const pick = wanted[at];
    if (!pick) return;
    const task = taskIn(outcome);
    if (outcome.rejected) kept.push(pick.title === null ? `#${pick.id}` : taskLine(pick, turn));
    else if (outcome.error) said.push(failure(outcome, pick.id, turn));
    else lines.push(task ? taskLine({ ...task, completed: false }, turn) : `#${pick.id}`);
  });
  if (lines.length > 0) said.unshift(phrases.done(kind, lines));
  if (kind === "complete") for (const outcome of outcomes) said.push(...stepsLeft(outcome, turn));
  if (kept.length > 0) said.push(phrases.kept(kind, kept));
  return said.join("\n");
}

/** What may be completed after a task: its steps, or what it was the last step of. */
function stepsLeft({ value }: Outcome, turn: Turn): string[] {
  const { open_steps: open, last_step_of: parent } = value ?? {};
  const phrases = phrasesFor(turn.language);
  if (Array.isArray(open) && open.length > 0) return [phrases.stepsOpen(open.map(Number))];
  return typeof parent === "number" ? [phrases.lastStep(parent)] : [];
}

function changeCall(kind: Kind, id: number): Call {
  if (kind === "delete") return { name: "delete_task", arguments: { id } };
  return { name: "toggle_complete", arguments: { id, completed: kind === "complete" } };
}

/** What to say of a call that failed. */
export function failure(outcome: Outcome, id: number, turn: Turn): string {
  const phrases = phrasesFor(turn.language);
  return /not_?found/i.test(outcome.error?.code ?? "")
    ? phrases.noNumber(id)
    : phrases.failed(outcome);
}
