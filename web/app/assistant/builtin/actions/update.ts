import { phrasesFor } from "../answers/phrases";
import { taskLine } from "../answers/task-line";
import { resolveDue } from "../dates/resolve";
import { call, type Steps, type Task, type Turn, taskIn } from "../turn";
import type { Changes, Command } from "../understand/command";
import { addTasks } from "./add";
import { type BulkSet, canChangeAll, changeAll } from "./bulk";
import { failure } from "./change";
import { findTasks } from "./find";

/** Changes what the tasks a target means say, when they are due, or how much they matter. */
export function* updateTask(
  { target, changes, otherwise }: Extract<Command, { intent: "update" }>,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* findTasks(target, turn, otherwise ? "certain" : "open");
  if (found.kind === "said")
    return otherwise && found.missing ? yield* addTasks(otherwise, turn) : found.text;
  if (found.kind === "several")
    return phrases.which(
      "update",
      found.tasks.map((task) => taskLine(task, turn)),
    );
  const picks = found.kind === "filter" ? found.tasks : found.picks;
  if (picks.length === 0)
    return otherwise ? yield* addTasks(otherwise, turn) : phrases.nothingFits();
  const lines = picks.map((pick) => (pick.title === null ? `#${pick.id}` : taskLine(pick, turn)));
  if (found.kind === "filter" && picks.length > 1) {
    const set = target.everything ? bulkSet(changes, found.tasks, turn) : null;
    if (set && canChangeAll(found.filter)) {
      return yield* changeAll("update", { filter: found.filter, tasks: found.tasks, set }, turn);
    }
    return target.everything
      ? phrases.eachByNumber(
          lines,
          picks.map(({ id }) => id),
        )
      : phrases.which("update", lines);
  }
  if (Object.keys(changes).length === 0) return phrases.whatToChange(lines.join(", "));
  const done: string[] = [];
  const failed: string[] = [];
  for (const pick of picks) {
    const task = yield* withTask(pick, changes, turn);
    const outcome = yield* call("update_task", {
      id: pick.id,
      ...updateArguments(changes, task, turn),
    });
    const updated = taskIn(outcome);
    if (updated) done.push(taskLine(updated, turn));
    else failed.push(failure(outcome, pick.id, turn));
  }
  return [...(done.length > 0 ? [phrases.done("update", done)] : []), ...failed].join("\n");
}

/** The change as one call takes it for many tasks; `null` where each task needs its own. */
function bulkSet(
  { title, description, priority, category, when, clear }: Changes,
  tasks: readonly Task[],
  turn: Turn,
): BulkSet | null {
  const own =
    title !== undefined ||
    description !== undefined ||
    when?.repeat ||
    clear?.includes("recurrence");
  const moves = when?.day?.kind === "move" && when.day.fromDue;
  if (own || (when && !when.day && !when.exact)) return null;
  // "A day later" is one date where they all have the same.
  const [first, ...others] = tasks;
  if (moves && (!first?.due_at || others.some(({ due_at }) => due_at !== first.due_at)))
    return null;
  const moved = moves && first ? changedDue(when, first, turn) : null;
  const due = when && !moves ? resolveDue(when, { now: turn.now }) : moved;
  const set: BulkSet = {
    ...(priority ? { priority } : {}),
    ...(category !== undefined ? { category } : {}),
    ...(due ? { due_at: due } : {}),
    ...(clear?.includes("due") ? { due_at: null } : {}),
    ...(clear?.includes("category") ? { category: null } : {}),
  };
  return Object.keys(set).length > 0 ? set : null;
}

/** A change of only the hour or only the day keeps the other half, so the task has to be read. */
function* withTask(
  pick: Task | { id: number; title: null },
  { when }: Changes,
  _turn: Turn,
): Steps<Task | null> {
  const timeless = when?.clock === undefined && when?.part === undefined;
  const partial =
    when && !when.exact && ((when.day === undefined) !== timeless || onlyRepeats(when));
  if (!partial) return null;
  if (pick.title !== null) return pick;
  return taskIn(yield* call("get_task", { id: pick.id }));
}

function updateArguments(changes: Changes, task: Task | null, turn: Turn): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  if (changes.title) args.title = changes.title;
  if (changes.description !== undefined) args.description = changes.description;
  if (changes.priority) args.priority = changes.priority;
  if (changes.category !== undefined) args.category = changes.category;
  for (const field of changes.clear ?? []) args[field === "due" ? "due_at" : field] = null;
  if (changes.when) {
    const keeps = onlyRepeats(changes.when) && task?.due_at;
    const due = keeps ? null : changedDue(changes.when, task, turn);
    if (due) args.due_at = due;
    if (changes.when.repeat) args.recurrence = changes.when.repeat.rule;
  }
  return args;
}

/** "Every two weeks" says nothing of the day, so a task keeps the one it has; "every Monday" does. */
function onlyRepeats({ day, clock, part, repeat }: NonNullable<Changes["when"]>): boolean {
  return !day && !clock && !part && repeat !== undefined && !/BY(?:MONTH)?DAY/.test(repeat.rule);
}

function changedDue(
  when: NonNullable<Changes["when"]>,
  task: Task | null,
  turn: Turn,
): string | null {
  const old = task?.due_at;
  if (!old) return resolveDue(when, { now: turn.now });
  const zone = turn.now.timeZoneId;
  const moment = old.includes("T") ? Temporal.Instant.from(old).toZonedDateTimeISO(zone) : null;
  const day = moment?.toPlainDate() ?? Temporal.PlainDate.from(old);
  if (when.day?.kind === "move" && when.day.fromDue) {
    const step = { [`${when.day.unit}s`]: when.day.amount };
    return moment ? format(moment.add(step)) : day.add(step).toString();
  }
  if (when.day) {
    const moved = resolveDue(when, { now: turn.now });
    if (!moment || !moved || moved.includes("T")) return moved;
    return format(
      Temporal.PlainDate.from(moved).toZonedDateTime({
        timeZone: zone,
        plainTime: moment.toPlainTime(),
      }),
    );
  }
  const said = { kind: "date" as const, day: day.day, month: day.month, year: day.year };
  return resolveDue({ ...when, ...sameHalf(when, moment), day: said }, { now: turn.now });
}

/** "Make that 8:30" of a task in the evening is the evening still. */
function sameHalf(
  { clock, part }: NonNullable<Changes["when"]>,
  moment: Temporal.ZonedDateTime | null,
) {
  const open = clock && clock.half === null && clock.hour > 0 && clock.hour < 12 && !part;
  return open && moment && moment.hour >= 12 ? { clock: { ...clock, half: "pm" as const } } : {};
}

function format(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: "never", smallestUnit: "second" });
}
