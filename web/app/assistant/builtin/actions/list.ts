import { phrasesFor, type Scope } from "../answers/phrases";
import { quoted } from "../answers/quoted";
import { dueLabel, taskLine } from "../answers/task-line";
import type { Part } from "../dates/words.times";
import { call, type Steps, type Task, type Turn, taskIn, tasksIn } from "../turn";
import type { Command, Filter } from "../understand/command";
import { failure } from "./change";
import { findTasks, listFor, rangeOf } from "./find";
import { likelyMatches } from "./match";

/** Lists tasks, or only counts them. */
export function* listTasks(filter: Filter, counting: boolean, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const { listed, used } = yield* listFor(filter, turn);
  if (listed.error) return phrases.failed(listed);
  const done = filter.status === "completed" && filter.when !== undefined;
  const { lacks, repeats } = filter;
  const found = tasksIn(listed).filter(
    (task) =>
      (!lacks || task[lacks] === null) &&
      (repeats === undefined || task.recurrence?.startsWith(repeats)),
  );
  const part = partOf(filter);
  const tasks = done
    ? found.filter(completedIn(filter, turn))
    : part
      ? found.filter(isIn(part, turn))
      : found;
  const all = listed.value?.total;
  const whole = !done && !lacks && repeats === undefined && !part;
  const total = typeof all === "number" && whole ? all : tasks.length;
  const scope = scopeOf(used, turn);
  if (tasks.length === 0) return phrases.nothingListed(scope);
  if (counting && tasks.length > 5) return phrases.counted(total, scope);
  return phrases.listed(
    tasks.length,
    scope,
    tasks.map((task) => taskLine(task, turn)),
    Math.max(total, tasks.length),
  );
}

/** Looks for words in all tasks, the completed ones too; then for what means the same. */
export function* searchTasks(
  { query, filter: { status, overdue } }: Extract<Command, { intent: "search" }>,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* call("search_tasks", { query, ...(status ? { status } : {}) });
  if (found.error) return phrases.failed(found);
  const args = { status: status ?? "all", limit: 100, ...(overdue ? { overdue } : {}) };
  const tasks =
    tasksIn(found).length > 0
      ? tasksIn(found)
      : likelyMatches(tasksIn(yield* call("list_tasks", args)), query);
  const scope: Scope = { day: null, status: status ?? "all", search: quoted(query) };
  if (tasks.length === 0) return phrases.nothingListed(scope);
  const total = Math.max(Number(found.value?.total ?? 0), tasks.length);
  const lines = tasks.map((task) => taskLine(task, turn));
  return phrases.listed(lines.length, scope, lines, total);
}

/** When a task was done is not something the list can be asked for. */
function completedIn(filter: Filter, turn: Turn): (task: Task) => boolean {
  const range = rangeOf({ ...filter, past: true }, turn);
  return ({ completed_at }) => {
    if (!range || !completed_at) return false;
    const moment = Temporal.Instant.from(completed_at).toZonedDateTimeISO(turn.now.timeZoneId);
    const day = moment.toPlainDate().toString();
    return day >= range.from && day <= range.to;
  };
}

/** Shows one task in full; of what is `perhaps` about a task, only if there is one. */
export function* showTask(
  { target, perhaps }: Extract<Command, { intent: "show" }>,
  turn: Turn,
): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* findTasks(target, turn, "any");
  if (found.kind === "said") return perhaps ? phrases.unknown() : found.text;
  if (found.kind !== "one") {
    return phrases.which(
      "show",
      found.tasks.map((task) => taskLine(task, turn)),
    );
  }
  const said: string[] = [];
  for (const { id } of found.picks) {
    const outcome = yield* call("get_task", { id });
    const task = taskIn(outcome);
    if (!task) said.push(failure(outcome, id, turn));
    else
      said.push(
        phrases.details(taskLine(task, turn), {
          ...task,
          category: task.category && quoted(task.category),
          description: task.description && quoted(task.description),
          priority: phrases.priority(task.priority),
        }),
      );
  }
  return said.join("\n");
}

/** The part of the day that is asked for; an hour says more, and nothing of it is left out. */
function partOf({ when }: Filter): Part | null {
  return when?.part && !when.clock ? when.part : null;
}

/** What is due in a part of a day, and what may be done at any hour of it. */
function isIn({ hour }: Part, { now }: Turn): (task: Task) => boolean {
  const [from, to] = hour < 12 ? [0, 12] : hour < 18 ? [12, 18] : [17, 24];
  return ({ due_at }) => {
    if (!due_at?.includes("T")) return true;
    const due = Temporal.Instant.from(due_at).toZonedDateTimeISO(now.timeZoneId).hour;
    return due >= from && due < to;
  };
}

function scopeOf(filter: Filter, turn: Turn): Scope {
  const range = rangeOf(filter, turn);
  const day = range ? rangeLabel(filter, range, turn) : null;
  const part = partOf(filter);
  return {
    day: day && part ? phrasesFor(turn.language).partOfDay(day, part.hour) : day,
    status: filter.overdue ? "overdue" : (filter.status ?? "open"),
    search: quotedOrNull(filter.search ?? filter.category),
  };
}

const quotedOrNull = (said: string | undefined): string | null => (said ? quoted(said) : null);

function rangeLabel(
  { when, side, until }: Filter,
  { from, to }: { from: string; to: string },
  turn: Turn,
): string {
  const phrases = phrasesFor(turn.language);
  const day = when?.day;
  const whole = day?.kind === "span" && !day.edge && !until;
  const named = whole ? phrases.span(day.unit, day.shift) : null;
  const both =
    from === to ? dueLabel(from, turn) : `${dueLabel(from, turn)} – ${dueLabel(to, turn)}`;
  return side
    ? phrases.side(side, named ?? dueLabel(side === "before" ? from : to, turn))
    : (named ?? both);
}
