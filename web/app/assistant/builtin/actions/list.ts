import { phrasesFor, type Scope } from "../answers/phrases";
import { dueLabel, taskLine } from "../answers/task-line";
import { resolveRange } from "../dates/resolve";
import { call, type Outcome, type Steps, type Task, type Turn, taskIn, tasksIn } from "../turn";
import type { Filter, Target } from "../understand/command";
import { failure } from "./change";
import { findTasks, listArguments } from "./find";

/** Lists tasks, or only counts them. */
export function* listTasks(filter: Filter, counting: boolean, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const { listed, used } = yield* fetchList(filter, turn);
  if (listed.error) return phrases.failed(listed);
  const done = filter.status === "completed" && filter.when !== undefined;
  const tasks = done ? tasksIn(listed).filter(completedIn(filter, turn)) : tasksIn(listed);
  const all = listed.value?.total;
  const total = typeof all === "number" && !done ? all : tasks.length;
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

/** When a task was done is not something the list can be asked for. */
function completedIn(filter: Filter, turn: Turn): (task: Task) => boolean {
  const range = filter.when ? resolveRange(filter.when, { now: turn.now, past: true }) : null;
  return ({ completed_at }) => {
    if (!range || !completed_at) return false;
    const moment = Temporal.Instant.from(completed_at).toZonedDateTimeISO(turn.now.timeZoneId);
    const day = moment.toPlainDate().toString();
    return day >= range.from && day <= range.to;
  };
}

/** Words that may be a category are tried as one, and looked for in the tasks after that. */
function* fetchList(filter: Filter, turn: Turn): Steps<{ listed: Outcome; used: Filter }> {
  if (!filter.group)
    return { listed: yield* call("list_tasks", listArguments(filter, turn)), used: filter };
  const asCategory = { ...filter, category: filter.group };
  const first = yield* call("list_tasks", listArguments(asCategory, turn));
  if (tasksIn(first).length > 0)
    return { listed: first, used: { ...asCategory, search: filter.group } };
  const asSearch = { ...filter, search: filter.group };
  return { listed: yield* call("list_tasks", listArguments(asSearch, turn)), used: asSearch };
}

/** Shows one task in full. */
export function* showTask(target: Target, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* findTasks(target, turn, "any");
  if (found.kind === "said") return found.text;
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
          priority: phrases.priority(task.priority),
        }),
      );
  }
  return said.join("\n");
}

function scopeOf(filter: Filter, turn: Turn): Scope {
  const range = filter.when
    ? resolveRange(filter.when, { now: turn.now, past: filter.past })
    : null;
  return {
    day: range ? rangeLabel(filter, range, turn) : null,
    status: filter.overdue ? "overdue" : (filter.status ?? "open"),
    search: filter.search ?? filter.category ?? null,
  };
}

function rangeLabel(
  { when, side }: Filter,
  { from, to }: { from: string; to: string },
  turn: Turn,
): string {
  const phrases = phrasesFor(turn.language);
  const day = when?.day;
  const named = day?.kind === "span" && !day.edge ? phrases.span(day.unit, day.shift) : null;
  const both =
    from === to ? dueLabel(from, turn) : `${dueLabel(from, turn)} – ${dueLabel(to, turn)}`;
  return side
    ? phrases.side(side, named ?? dueLabel(side === "before" ? from : to, turn))
    : (named ?? both);
}
