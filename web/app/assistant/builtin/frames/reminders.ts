import { type Clause, clauseText, whenOf } from "./clause";
import { daysOf, minutesBefore } from "./clause-times";
import type { Command, NewTask, Target, Understood } from "./command";
import { namesTask } from "./target";
import type { When } from "./when";

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
  const reminders = clause.ahead?.rings ? clause.ahead.minutes : earlierToo(told, command);
  if (!bare || (reminders === undefined && command.intent !== "ask-title")) return null;
  if (told.intent === "update")
    return reminders === undefined ? null : { ...told, changes: { ...told.changes, reminders } };
  // "The electricity bill, remind me a day before": of a task that is there it is the reminder.
  const [only] = told.tasks;
  if (reminders !== undefined && only && !only.when && namesTask(before.clause))
    return { intent: "update", target: named(only.title), changes: { reminders } };
  // A reminder without a title is of what was told.
  const when = command.intent === "ask-title" ? whenOf(clause) : undefined;
  const tasks = told.tasks.map((task) => ({
    ...task,
    ...(when && { title: withDay(task, when), when }),
    ...(reminders !== undefined && { reminders }),
  }));
  return { intent: "add", tasks };
}

/** "Remind me at six, and an hour before too": what is told at once is not moved as well. */
function earlierToo(told: Command, command: Command): readonly number[] | undefined {
  const [span, ...others] = command.intent === "update" ? (command.changes.when?.spans ?? []) : [];
  const minutes = span && others.length === 0 ? minutesBefore(span) : null;
  const [only] = told.intent === "add" ? told.tasks : [];
  return minutes === null || !only?.when ? undefined : [...(only.reminders ?? [0]), minutes];
}

const isOnDay = ({ spans }: When): boolean => spans.some(({ says }) => says.day);

/** "Two days before" is before the date that was told last. */
function withoutAnchor({ command, clause }: Understood, kept: readonly Understood[]): Command {
  const told = kept.flatMap(({ command: one }) => (one.intent === "add" ? one.tasks : []));
  const anchor = told.findLast(({ when }) => when)?.when;
  if (!anchor) return command;
  if (command.intent === "add") {
    const tasks = command.tasks.map((task): NewTask => {
      if (task.ahead !== undefined) return { ...task, when: anchor };
      // "The train leaves on Monday, so wake me at six": on that day.
      // "Tomorrow at ten the bank, and at five the dentist": so is what is led by a day.
      return task.when && (follows(clause) || leads(told.at(-1)))
        ? { ...task, when: onDayOf(anchor, task.when) }
        : task;
    });
    return { intent: "add", tasks };
  }
  // What is to be done so long before, and is no task yet, becomes one.
  const { ahead } = clause;
  if (command.intent !== "update" || !ahead?.rings || namesTask(clause)) return command;
  const [title, ...others] = command.target.names;
  if (!title || others.length > 0) return command;
  return { intent: "add", tasks: [{ title, when: anchor, ahead: ahead.minutes[0] }] };
}

/** The title of what is on another day than its reminder, with that day: "the concert on Tuesday". */
function withDay({ title, when }: NewTask, rings: When): string {
  const [first] = when?.spans ?? [];
  if (!when || !first || !isOnDay(when) || !isOnDay(rings)) return title;
  const said = when.spans.map(({ text }) => text).join(" ");
  return when.text.indexOf(title) < first.start ? `${title} ${said}` : `${said} ${title}`;
}

/** Whether the time of a task was said in front of it, with its day. */
const leads = (task: NewTask | undefined): boolean => {
  const { when, title } = task ?? {};
  const [first] = when?.spans ?? [];
  return !!when && !!first && isOnDay(when) && first.start < when.text.indexOf(title ?? "");
};

/** Whether a clause says what follows from the one before it. */
const follows = ({ analysis: { source }, reading: { start, end } }: Clause): boolean =>
  source.tokens.slice(start, end).find(({ kind }) => kind === "word")?.norm === "so";

/** An hour on the day of another time, unless it has one of its own. */
function onDayOf({ spans }: When, when: When): When {
  if (isOnDay(when)) return when;
  return { ...when, spans: [...daysOf(spans), ...when.spans] };
}

/** The tasks that some words name. */
export const named = (name: string): Target => ({ ids: [], filter: {}, names: [name] });
