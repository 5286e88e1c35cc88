import { detectLanguage } from "../../language";
import { clauseText } from "../frames/clause";
import type { Command, Target, Understood } from "../frames/command";
import { isVague } from "../frames/command-of";
import { openedByMore } from "../frames/openings";
import { readTarget } from "../frames/target";
import type { KnownTask } from "../reading/known";
import { type Outcome, type Shown, type Turn, taskIn, tasksIn } from "../turn";
import { type Setting, understand } from "../understand";

/** What a turn's message is understood against. */
export function settingOf(turn: Turn, goesOn = turn.earlier.length > 0): Setting {
  const { now, preferences, written, language } = turn;
  return { now, preferences, tasks: tasksOf(turn), language: written ?? language, goesOn };
}

const known = new WeakMap<readonly Outcome[], KnownTask[]>();

/** The tasks that a turn's message may speak of, put together once for a step. */
function tasksOf({ known: tasks = [], outcomes, shown, spoken = [] }: Turn): KnownTask[] {
  const made = known.get(outcomes) ?? asBefore(tasks, outcomes);
  if (!known.has(outcomes))
    for (const task of [...shown, ...spoken])
      if (!made.some(({ id }) => id === task.id)) made.push({ ...task, completed: false });
  known.set(outcomes, made);
  return made;
}

/** The commands of a message that was said before; each is read once for a step. */
const read = new WeakMap<readonly Outcome[], Map<string, Command[]>>();

/**
 * The tasks as they were when the message came: it is read anew at each step of its turn, and must
 * be read the same after its first commands were carried out.
 */
function asBefore(known: readonly KnownTask[], outcomes: readonly Outcome[]): KnownTask[] {
  const tasks = new Map(known.map((task) => [task.id, task]));
  for (const outcome of [...outcomes].reverse()) {
    const task = taskIn(outcome);
    if (task && outcome.name === "create_task") tasks.delete(task.id);
    else if (!task) for (const seen of tasksIn(outcome)) tasks.set(seen.id, seen);
    else if (outcome.name === "get_task") tasks.set(task.id, task);
  }
  return [...tasks.values()].sort((a, b) => a.id - b.id);
}

/** What a few words that say nothing of what to do are about. */
export function bareTarget({ command, clause }: Understood): Target {
  if ("target" in command) return command.target;
  const target = readTarget(clause);
  return isEmpty(target) ? { ...target, names: [clauseText(clause)] } : target;
}

/** What a few words are read as that only name a task. */
export const BARE: ReadonlySet<string> = new Set([
  "find",
  "unknown",
  "more",
  "ask-title",
  "unsure",
]);

export const isEmpty = (target: Target): boolean =>
  !target.everything && isVague({ ...target, names: target.names.filter(Boolean) });

/** Fewer words behind an "and" only name something. */
const BARE_WORDS = 6;

/** The last command that was about tasks; what only said which one is passed over. */
export function lastDone(turn: Turn): Command | null {
  for (const text of [...turn.earlier].reverse()) {
    // "And eggs" says no more of what was done than the message before it.
    const bare = openedByMore(text, detectLanguage(text, turn.language)) !== null;
    if (bare && text.trim().split(/\s+/).length < BARE_WORDS) continue;
    const found = before(text, turn).find(
      ({ intent }) =>
        intent === "add" || /^(?:complete|reopen|delete|update|restore)$/.test(intent),
    );
    if (found) return found;
  }
  return null;
}

export function before(text: string, turn: Turn): Command[] {
  const known = read.get(turn.outcomes) ?? new Map<string, Command[]>();
  read.set(turn.outcomes, known);
  const language = detectLanguage(text, turn.language);
  const commands = known.get(text) ?? understand(text, { ...settingOf(turn, false), language });
  known.set(text, commands);
  return commands;
}

/** A command about tasks. */
export type Targeted = Extract<Command, { target: Target }>;

/** A target of tasks that are known by their numbers. */
export const pointed = (tasks: readonly Pick<Shown, "id">[]): Target => ({
  ids: tasks.map(({ id }) => id),
  filter: {},
  names: [],
});
