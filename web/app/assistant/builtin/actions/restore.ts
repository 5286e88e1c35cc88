import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import type { Target } from "../frames/command";
import { call, type Steps, type Turn, taskIn, tasksIn } from "../turn";
import { bestMatches } from "./match";
import { undoLast } from "./overview";

/**
 * Brings tasks back from the trash. The list does not show what is in it, so a task has to be named
 * by its number, or be one that was spoken of just now. A completed task that fits is reopened.
 */
export function* restoreTasks(target: Target, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const ids = numbersOf(target, turn);
  if (ids.length === 0 && target.names.length > 0) {
    const listed = yield* call("list_tasks", {
      status: "completed",
      search: target.names.join(" "),
    });
    const [only, ...others] = bestMatches(tasksIn(listed), target.names.join(" "));
    if (!only || others.length > 0) return phrases.trashByNumber();
    ids.push(only.id);
  }
  // "Undelete the last one": nothing else was spoken of than what was done last.
  if (ids.length === 0 && (target.pointing || target.places)) return yield* undoLast(turn);
  if (ids.length === 0) return phrases.trashByNumber();
  const lines: string[] = [];
  const said: string[] = [];
  for (const id of ids) {
    const restored = taskIn(yield* call("restore_task", { id }));
    const task = restored ?? taskIn(yield* call("toggle_complete", { id, completed: false }));
    if (task) lines.push(taskLine({ ...task, completed: false }, turn));
    else said.push(phrases.noNumber(id));
  }
  return [...(lines.length > 0 ? [phrases.restored(lines)] : []), ...said].join("\n");
}

function numbersOf(target: Target, { shown }: Turn): number[] {
  if (target.ids.length > 0) return [...target.ids];
  const told = shown.map(({ id }) => id);
  if (target.pointing === "several" || target.everything) return told;
  if (target.places)
    return target.places.flatMap((place) => told.at(place < 0 ? place : place - 1) ?? []);
  if (target.names.length > 0)
    return bestMatches(shown, target.names.join(" ")).map(({ id }) => id);
  return told.length === 1 ? told : [];
}
