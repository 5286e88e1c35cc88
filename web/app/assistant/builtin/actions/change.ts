import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import { type Call, type Outcome, type Steps, type Turn, taskIn } from "../turn";
import type { Command } from "../understand/command";
import { addTasks } from "./add";
import { canChangeAll, changeAll } from "./bulk";
import { findTasks, type Pick } from "./find";

type Kind = "complete" | "reopen" | "delete";

/** Completes, reopens or deletes the tasks a target means. */
export function* changeTasks(
  { intent: kind, target, otherwise }: Extract<Command, { intent: Kind }>,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const plain = kind === "complete" ? "open" : kind === "reopen" ? "completed" : "sure";
  const prefer = otherwise && kind !== "delete" ? "certain" : plain;
  const found = yield* findTasks(target, turn, prefer);
  if (found.kind === "said")
    return otherwise && found.missing ? yield* addTasks(otherwise, turn) : found.text;
  const lines = found.kind === "one" ? [] : found.tasks.map((task) => taskLine(task, turn));
  if (found.kind === "several") return phrases.which(kind, lines);
  if (found.kind === "one") return yield* changeEach(kind, found.picks, turn);
  const { tasks } = found;
  if (tasks.length === 0)
    return otherwise ? yield* addTasks(otherwise, turn) : phrases.nothingFits();
  // A deletion waits for approval by itself. Other changes of tasks that were only described are
  // named first, because nothing else would stop them.
  if (tasks.length === 1) return yield* changeEach(kind, tasks, turn);
  if (!target.everything) return phrases.which(kind, lines);
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
  if (kept.length > 0) said.push(phrases.kept(kind, kept));
  return said.join("\n");
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
