import type { Scope } from "../answers/phrase-types";
import { phrasesFor } from "../answers/phrases";
import { quoted } from "../answers/quoted";
import { dueLabel, taskLine } from "../answers/task-line";
import type { Filter, Target } from "../frames/command";
import { call, type Steps, type Task, type Turn, taskIn, tasksIn } from "../turn";
import { failure } from "./change";
import { findTasks, listFor } from "./find";

/** Lists tasks, or only counts them. */
export function* listTasks(filter: Filter, counting: boolean, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const { listed, used } = yield* listFor(filter);
  if (listed.error) return phrases.failed(listed);
  const done = filter.status === "completed" && filter.days !== undefined;
  const { lacks, repeats, hour } = filter;
  const tasks = tasksIn(listed).filter(
    (task) =>
      (!lacks || task[lacks] === null) &&
      (repeats === undefined || task.recurrence?.startsWith(repeats)) &&
      (!done || wasCompletedIn(filter, turn)(task)) &&
      (hour === undefined || isIn(hour, turn)(task)),
  );
  const all = listed.value?.total;
  const whole = !done && !lacks && repeats === undefined && hour === undefined;
  const total = typeof all === "number" && whole ? all : tasks.length;
  const scope = scopeOf(used, turn);
  if (tasks.length === 0) return phrases.nothingListed(scope);
  if (counting && tasks.length > 5) return phrases.counted(total, scope);
  const lines = tasks.map((task) => taskLine(task, turn));
  return phrases.listed(tasks.length, scope, lines, Math.max(total, tasks.length));
}

/** Says which groups there are: one list holds all tasks, and a task may be in a group of it. */
export function* tellLists(turn: Turn): Steps {
  const listed = yield* call("list_tasks", { limit: 100 });
  const groups = new Map<string, number>();
  for (const { category } of tasksIn(listed))
    if (category) groups.set(category, (groups.get(category) ?? 0) + 1);
  const lines = [...groups].map(([name, count]) => `${quoted(name)} (${count})`);
  return phrasesFor(turn.language).lists(lines);
}

/** When a task was done is not something the list can be asked for. */
function wasCompletedIn({ days }: Filter, turn: Turn): (task: Task) => boolean {
  return ({ completed_at }) => {
    if (!days || !completed_at) return false;
    const moment = Temporal.Instant.from(completed_at).toZonedDateTimeISO(turn.now.timeZoneId);
    const day = moment.toPlainDate().toString();
    return day >= (days.from ?? day) && day <= (days.to ?? day);
  };
}

/** What is due in a part of a day, and what may be done at any hour of it. */
function isIn(hour: number, { now }: Turn): (task: Task) => boolean {
  const [from, to] = hour < 12 ? [0, 12] : hour < 18 ? [12, 18] : [17, 24];
  return ({ due_at }) => {
    if (!due_at?.includes("T")) return true;
    const due = Temporal.Instant.from(due_at).toZonedDateTimeISO(now.timeZoneId).hour;
    return due >= from && due < to;
  };
}

/** Tells what there is about one task in full, or lists those that may be meant. */
export function* showTasks(target: Target, turn: Turn): Steps {
  const phrases = phrasesFor(turn.language);
  const found = yield* findTasks(target, turn, "any");
  if (found.kind === "said") return found.text;
  if (found.kind !== "one") {
    const lines = found.tasks.map((task) => taskLine(task, turn));
    const search = target.names.length > 0 ? quoted(target.names.join(" ")) : null;
    const scope: Scope = { day: null, status: "all", search };
    return lines.length > 0
      ? phrases.listed(lines.length, scope, lines, lines.length)
      : phrases.nothingListed(scope);
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

function scopeOf(filter: Filter, turn: Turn): Scope {
  const day = filter.days ? daysLabel(filter.days, turn) : null;
  const search = filter.search ?? filter.category;
  return {
    day:
      day && filter.hour !== undefined
        ? phrasesFor(turn.language).partOfDay(day, filter.hour)
        : day,
    status: filter.overdue ? "overdue" : (filter.status ?? "open"),
    search: search ? quoted(search) : null,
  };
}

/** The days of a filter as people say them. */
function daysLabel({ from, to }: NonNullable<Filter["days"]>, turn: Turn): string | null {
  const phrases = phrasesFor(turn.language);
  if (from === to) return from && dueLabel(from, turn);
  const today = turn.now.toPlainDate();
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  for (const shift of [-1, 0, 1]) {
    const start = monday.add({ weeks: shift });
    if (from === start.toString() && to === start.add({ days: 6 }).toString())
      return phrases.span("week", shift);
    const month = today.with({ day: 1 }).add({ months: shift });
    const last = month.add({ months: 1 }).subtract({ days: 1 });
    if (from === month.toString() && to === last.toString()) return phrases.span("month", shift);
  }
  if (from === null && to !== null) return phrases.side("by", dueLabel(to, turn));
  if (to === null && from !== null) {
    const before = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
    return phrases.side("after", dueLabel(before, turn));
  }
  return from && to ? `${dueLabel(from, turn)} – ${dueLabel(to, turn)}` : null;
}
