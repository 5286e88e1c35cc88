import { clauseText, whenOf } from "./clause";
import type { Command, NewTask, Target, Understood } from "./command";
import { namesTask } from "./target";

/**
 * Joins what one message says of a task and of its reminder: "the concert is on Tuesday, remind me on
 * Monday", "doctor at four, remind me an hour before", "her birthday is on the 12th, remind me two
 * days before to buy a present".
 */
export function withReminders(each: readonly Understood[]): Understood[] {
  const kept: Understood[] = [];
  for (const one of each) {
    const before = kept.at(-1);
    const joined = before && joinedTo(before, one);
    if (before && joined) kept[kept.length - 1] = { ...before, command: joined };
    else kept.push({ ...one, command: withoutAnchor(one, kept) });
  }
  return kept;
}

/** "Ping me" is no task. */
const REMINDS = /^(?:\p{L}+ )?(?:me|us|mujhe|muje|مجھے)$/iu;

/** A command with the reminder that the next one asks for; nothing where that is of its own. */
function joinedTo(before: Understood, { command, clause }: Understood): Command | null {
  const told = before.command;
  if (told.intent !== "add" && told.intent !== "update") return null;
  const said = clauseText(clause);
  const bare =
    command.intent === "ask-title" ||
    (command.intent === "update" && said === "") ||
    (clause.ahead?.rings === true && REMINDS.test(said));
  const reminder = clause.ahead?.rings ? clause.ahead.minutes : undefined;
  if (!bare || (reminder === undefined && command.intent !== "ask-title")) return null;
  if (told.intent === "update")
    return reminder === undefined ? null : { ...told, changes: { ...told.changes, reminder } };
  // "The electricity bill, remind me a day before": of a task that is there it is the reminder.
  const [only] = told.tasks;
  if (reminder !== undefined && only && !only.when && namesTask(before.clause))
    return { intent: "update", target: named(only.title), changes: { reminder } };
  // A reminder without a title is of what was told.
  const when = command.intent === "ask-title" ? whenOf(clause) : undefined;
  const tasks = told.tasks.map((task) => ({
    ...task,
    ...(when && { when }),
    ...(reminder !== undefined && { reminder }),
  }));
  return { intent: "add", tasks };
}

/** "Two days before" is before the date that was told last. */
function withoutAnchor({ command, clause }: Understood, kept: readonly Understood[]): Command {
  const told = kept.flatMap(({ command: one }) => (one.intent === "add" ? one.tasks : []));
  const anchor = told.findLast(({ when }) => when)?.when;
  if (!anchor) return command;
  if (command.intent === "add") {
    const tasks = command.tasks.map(
      (task): NewTask => (task.ahead === undefined ? task : { ...task, when: anchor }),
    );
    return { intent: "add", tasks };
  }
  // What is to be done so long before, and is no task yet, becomes one.
  const { ahead } = clause;
  if (command.intent !== "update" || !ahead?.rings || namesTask(clause)) return command;
  const [title, ...others] = command.target.names;
  if (!title || others.length > 0) return command;
  return { intent: "add", tasks: [{ title, when: anchor, ahead: ahead.minutes }] };
}

/** The tasks that some words name. */
export const named = (name: string): Target => ({ ids: [], filter: {}, names: [name] });
