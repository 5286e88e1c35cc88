import { applyShift } from "#app/tasks/times/apply-shift";
import { localDue } from "#app/tasks/times/local-due";
import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import type { Changes, Command } from "../frames/command";
import { blocks, meaningOf, timesOf } from "../frames/when";
import { type Call, type Steps, type Task, type Turn, taskIn } from "../turn";
import { addTasks, ringsAt } from "./add";
import { type BulkSet, canChangeAll, changeAll } from "./bulk";
import { askWhich, failure } from "./change";
import { findTasks, type Pick } from "./find";

/** Changes what the tasks a target means say, when they are due, or how much they matter. */
export function* updateTask(
  { target, changes }: Extract<Command, { intent: "update" }>,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* findTasks(target, turn, "open");
  if (found.kind === "said") {
    const [title, ...others] = target.names;
    const { reminders } = changes;
    // What is to be reminded of and is no task yet becomes one.
    if (!found.missing || found.near || !title || others.length > 0 || !reminders)
      return found.text;
    return yield* addTasks([{ title, reminders }], turn);
  }
  if (found.kind === "several") return askWhich("update", found.tasks, turn);
  const picks = found.kind === "filter" ? found.tasks : found.picks;
  if (picks.length === 0) return phrases.nothingFits();
  if (Object.keys(changes).length === 0)
    return phrases.whatToChange(linesOf(picks, turn).join(", "));
  const problem = changes.when && blocks(meaningOf(changes.when).problems);
  if (problem) return phrases.problem(problem);
  if (found.kind === "filter" && picks.length > 1)
    return yield* updateAll(found, { target, changes }, turn);
  const done: string[] = [];
  const rings: string[] = [];
  const failed: string[] = [];
  // All are read at once, and all are changed at once: a turn has few steps.
  const unread = picks.filter((pick) => pick.title === null && needsTask(changes));
  const read = unread.length > 0 ? yield unread.map(({ id }) => getCall(id)) : [];
  const calls = picks.map((pick): Call | null => {
    if (changes.skip) return { name: "skip_task", arguments: { id: pick.id } };
    const known = pick.title === null ? read[unread.indexOf(pick)] : undefined;
    const task = pick.title === null ? (known ? taskIn(known) : null) : pick;
    const args = updateArguments(changes, needsTask(changes) ? task : null, turn);
    if (Object.keys(args).length > 0)
      return { name: "update_task", arguments: { id: pick.id, ...args } };
    failed.push(phrases.whatToChange(linesOf([pick], turn).join("")));
    return null;
  });
  const made = calls.filter((one) => one !== null);
  const outcomes = made.length > 0 ? yield made : [];
  for (const [at, outcome] of outcomes.entries()) {
    const updated = taskIn(outcome);
    if (!updated) failed.push(failure(outcome, Number(made[at]?.arguments.id), turn));
    else {
      done.push(taskLine(updated, turn));
      for (const minutes of changes.reminders ?? []) rings.push(ringsAt(updated, minutes, turn));
    }
  }
  return [...(done.length > 0 ? [phrases.done("update", done)] : []), ...rings, ...failed].join(
    "\n",
  );
}

const linesOf = (picks: readonly Pick[], turn: Turn): string[] =>
  picks.map((pick) => (pick.title === null ? `#${pick.id}` : taskLine(pick, turn)));

function* updateAll(
  { filter, tasks }: { filter: Parameters<typeof canChangeAll>[0]; tasks: Task[] },
  { target, changes }: Update,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const lines = linesOf(tasks, turn);
  if (!target.everything) return askWhich("update", tasks, turn);
  const set = bulkSet(changes, tasks, turn);
  if (set && canChangeAll(filter)) return yield* changeAll("update", { filter, tasks, set }, turn);
  return phrases.eachByNumber(
    lines,
    tasks.map(({ id }) => id),
  );
}

type Update = Omit<Extract<Command, { intent: "update" }>, "intent">;

/** The change as one call takes it for many tasks; `null` where each task needs its own. */
function bulkSet(changes: Changes, tasks: readonly Task[], turn: Turn): BulkSet | null {
  const { title, swap, description, reminders } = changes;
  if (title !== undefined || swap || description !== undefined || reminders) return null;
  const [first, ...others] = tasks;
  if (!first) return null;
  // "A day later" is one date where they all have the same.
  const same = others.every(({ due_at }) => due_at === first.due_at);
  const plain = changes.when ? meaningOf(changes.when) : null;
  const args =
    plain && plain.value?.kind !== "shift" && plain.says.day && !plain.says.time
      ? {
          ...updateArguments({ ...changes, when: undefined }, null, turn),
          ...timesOf(plain.value)[0],
        }
      : changes.when && !same
        ? null
        : updateArguments(changes, first, turn);
  if (!args || "recurrence" in args) return null;
  return Object.keys(args).length > 0 ? (args as BulkSet) : null;
}

/** Whether the task has to be read: a change of only the hour or only the day keeps the other half. */
const needsTask = ({ when, reminders, swap }: Changes): boolean =>
  when !== undefined || reminders !== undefined || swap !== undefined;

const getCall = (id: number): Call => ({ name: "get_task", arguments: { id } });

function updateArguments(
  { title, swap, description, priority, category, clear = [], when, reminders }: Changes,
  task: Task | null,
  turn: Turn,
): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  if (title) args.title = title;
  const at = swap && task ? task.title.toLowerCase().indexOf(swap.from.toLowerCase()) : -1;
  if (swap && task && at >= 0)
    args.title = `${task.title.slice(0, at)}${swap.to}${task.title.slice(at + swap.from.length)}`;
  if (description !== undefined) args.description = description;
  if (priority) args.priority = priority;
  if (category !== undefined) args.category = category;
  for (const field of clear) args[field === "due" ? "due_at" : field] = null;
  if (reminders)
    args.reminders = [
      ...(task?.reminders ?? []),
      ...reminders.map((minutes) => ({ minutes_before: minutes })),
    ];
  if (!when) return args;
  const due = task?.due_at ?? null;
  const { value, says } = meaningOf(when, due);
  if (value?.kind === "none") return { ...args, due_at: null };
  if (value?.kind === "shift") {
    // Hours are not added to a day that has none: then it is asked what to change.
    const local = localDue({ dueAt: due }, turn.now.timeZoneId);
    const moved = local && applyShift(local, value, when.context);
    return moved ? { ...args, due_at: moved.at ?? moved.day } : args;
  }
  const [times = {}] = timesOf(value);
  // "Every two weeks" says nothing of the day, so a task keeps the one it has.
  const keeps = value?.kind === "recurrence" && due !== null && !says.time;
  const open = keeps && !/BY(?:MONTH)?DAY/.test(value.rule);
  // "To next week" says a day, and the hour stays.
  const local = open || says.time ? null : localDue({ dueAt: due }, turn.now.timeZoneId);
  const moved =
    local?.time && times.due_at && !times.due_at.includes("T")
      ? applyShift({ day: times.due_at, time: local.time }, STILL, when.context)?.at
      : undefined;
  return {
    ...args,
    ...(open ? { recurrence: value.rule } : times),
    ...(moved && { due_at: moved }),
  };
}

const STILL = { kind: "shift", months: 0, days: 0, minutes: 0 } as const;
