import { phrasesFor } from "../answers/phrases";
import { quoted } from "../answers/quoted";
import { taskLine } from "../answers/task-line";
import { resolveRange } from "../dates/resolve";
import { meansSame } from "../lexicon/synonyms";
import { call, type Outcome, type Shown, type Steps, type Task, type Turn, tasksIn } from "../turn";
import type { Filter, Target } from "../understand/command";
import {
  bestMatches,
  isSilent,
  likelyMatches,
  matchTitle,
  possibleMatches,
  relatedMatches,
} from "./match";

/** A task that was found, or only its number when nothing had to be looked up. */
export type Pick = Task | { id: number; title: null };

/**
 * Which tasks a command can be about at all: there is no completing what is done. A deletion wants
 * to be `sure`, and takes every task that could be meant into account. What may be a new task wants
 * to be `certain` that one of the open ones is meant.
 */
export type Prefer = "open" | "completed" | "any" | "sure" | "certain";

/** What looking for a target came to: tasks, or what to say instead. */
export type Found =
  | { kind: "one"; picks: Pick[] }
  | { kind: "filter"; filter: Filter; tasks: Task[] }
  | { kind: "several"; tasks: Task[] }
  | { kind: "said"; text: string; missing?: true };

/** The arguments of `list_tasks` for a filter. */
export function listArguments(filter: Filter, turn: Turn): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  const range = rangeOf(filter, turn);
  if (filter.overdue) args.overdue = true;
  else if (filter.status && filter.status !== "open") args.status = filter.status;
  if (filter.priority) args.priority = filter.priority;
  if (filter.category) args.category = filter.category;
  if (filter.search) args.search = filter.search;
  if (filter.lacks || filter.repeats !== undefined) args.limit = 100;
  // What was done on a day is found by when it was done, which is looked at afterwards.
  if (filter.status === "completed" && range) args.limit = 100;
  else if (range) {
    const before = Temporal.PlainDate.from(range.from).subtract({ days: 1 }).toString();
    const after = Temporal.PlainDate.from(range.to).add({ days: 1 }).toString();
    if (!filter.side) args.due_from = range.from;
    if (filter.side === "after") args.due_from = after;
    else args.due_to = filter.side === "before" ? before : range.to;
  }
  return args;
}

/** The days that a filter names, from the first to the last. */
export function rangeOf(
  { when, until, past }: Filter,
  { now }: Turn,
): { from: string; to: string } | null {
  const range = when ? resolveRange(when, { now, past }) : null;
  const end = until ? resolveRange(until, { now, past }) : null;
  if (!range || !end) return range;
  return end.to < range.from ? { from: end.from, to: range.to } : { from: range.from, to: end.to };
}

/**
 * Lists what a filter asks for. Words that may be a category are tried as one, and looked for in
 * the tasks after that; the filter that found something is given back.
 */
export function* listFor(filter: Filter, turn: Turn): Steps<{ listed: Outcome; used: Filter }> {
  if (!filter.group) {
    const listed = yield* call("list_tasks", listArguments(filter, turn));
    const found = !filter.search || listed.error || tasksIn(listed).length > 0;
    return { listed: found ? listed : yield* listRelated(filter, turn), used: filter };
  }
  const { group, ...rest } = filter;
  const asCategory = { ...rest, category: group };
  const first = yield* call("list_tasks", listArguments(asCategory, turn));
  if (tasksIn(first).length > 0) return { listed: first, used: asCategory };
  return yield* listFor({ ...rest, search: group }, turn);
}

/** The tasks that some words mean in another script or language, of those that a filter leaves. */
function* listRelated({ search = "", ...rest }: Filter, turn: Turn): Steps<Outcome> {
  const listed = yield* call("list_tasks", { ...listArguments(rest, turn), limit: 100 });
  const named = likelyMatches(tasksIn(listed), search);
  const tasks = named.length > 0 ? named : tasksIn(listed).filter(isInGroup(search));
  return { ...listed, value: { tasks, total: tasks.length } };
}

/** Whether a task's category is what some words mean: دفتر is "work". */
function isInGroup(said: string): (task: Task) => boolean {
  return ({ category }) => category !== null && meansSame(said, category);
}

/** Finds the tasks that a target means, by the tools and never by guessing. */
export function* findTasks(target: Target, turn: Turn, prefer: Prefer): Steps<Found> {
  const phrases = phrasesFor(turn.language);
  if (target.ids.length > 0) return { kind: "one", picks: target.ids.map(byNumber) };
  if (target.pointing) return pointed(target.pointing, turn);
  if (target.places) return yield* byPlace(target.places, turn, prefer);
  if (target.text === "") {
    if (!target.everything && Object.keys(target.filter).length === 0) {
      // "Done", said right after one task was spoken of.
      return turn.shown.length === 1 ? pointed("one", turn) : said(phrases.nothingShown());
    }
    const filter: Filter = { ...target.filter };
    if (!filter.status && prefer === "completed") filter.status = "completed";
    const { listed, used } = yield* listFor(filter, turn);
    if (listed.error) return said(phrases.failed(listed));
    return { kind: "filter", filter: used, tasks: tasksIn(listed) };
  }
  return yield* byTitle(target, turn, prefer);
}

/** The nth task of what was shown last, or else of the person's list. */
function* byPlace(places: readonly number[], turn: Turn, prefer: Prefer): Steps<Found> {
  const phrases = phrasesFor(turn.language);
  // The last answer may have named fewer tasks than the list it is about.
  const last = Math.max(2, ...places);
  const told = [turn.shown, turn.listed].find((tasks) => tasks.length >= last);
  let list: readonly Pick[] = told?.map(({ id }) => byNumber(id)) ?? [];
  if (!told) {
    const listed = yield* call("list_tasks", prefer === "completed" ? { status: prefer } : {});
    if (listed.error) return said(phrases.failed(listed));
    list = tasksIn(listed);
  }
  const picks = places.map((place) => list.at(place < 0 ? place : place - 1));
  const all = picks.filter((pick) => pick !== undefined);
  return all.length === picks.length ? { kind: "one", picks: all } : said(phrases.nothingFits());
}

/** Looks a title up: by the server's search first, then among all tasks for other spellings. */
function* byTitle(target: Target, turn: Turn, prefer: Prefer): Steps<Found> {
  const phrases = phrasesFor(turn.language);
  const searched: Outcome = yield* call("list_tasks", { status: "all", search: target.text });
  if (searched.error) return said(phrases.failed(searched));
  const match = prefer === "sure" ? possibleMatches : bestMatches;
  const matching = (tasks: Task[]): Task[] => {
    const whole = target.wholeText ? match(tasks, target.wholeText) : [];
    return narrow(whole.length > 0 ? whole : match(tasks, target.text), prefer);
  };
  // Of the tasks just listed one is meant before another that was not spoken of.
  const told = matching(
    turn.shown.map((task) => ({ ...task, completed: prefer === "completed" }) as Task),
  );
  if (turn.shown.length > 1 && told.length === 1 && told[0])
    return { kind: "one", picks: [byNumber(told[0].id)] };
  let found = matching(tasksIn(searched));
  let all = tasksIn(searched);
  // The server searches in the script that was written; what is deleted may be in the other one.
  const other =
    prefer === "sure" && (turn.written ?? turn.language) !== "en" && !isExact(found, target.text);
  if (found.length === 0 || other) {
    const listed = yield* call("list_tasks", { status: "all", limit: 100 });
    all = tasksIn(listed);
    found = matching(all);
  }
  if (found.length === 0 && target.shorter) found = narrow(match(all, target.shorter), prefer);
  if (found.length === 0) {
    const each = matchParts(all, target.text, prefer);
    if (each) return { kind: "one", picks: each };
    found = prefer === "certain" ? [] : narrow(relatedMatches(all, target.text), prefer);
    // Most of the words will do, but not to delete by.
    if (found.length === 0 && (prefer === "open" || prefer === "completed"))
      found = narrow(bestMatches(all, target.text, 1), prefer);
  }
  if (found.length === 1) return { kind: "one", picks: found };
  if (found.length > 1) return { kind: "several", tasks: found.slice(0, 10) };
  if (prefer === "certain") return { kind: "said", text: "", missing: true };
  const near = narrow(nearby(all, target.text), prefer).slice(0, 3);
  const text = phrases.notFound(
    quoted(target.text),
    near.map((task) => taskLine(task, turn)),
  );
  return { kind: "said", text, missing: true };
}

/** "Gym and call Ali": a task for each part, when there is exactly one for each. */
function matchParts(all: readonly Task[], said: string, prefer: Prefer): Task[] | null {
  const parts = said.split(/\s*[,،]\s*|\s+(?:and|aur|or|اور)\s+/).filter(Boolean);
  if (parts.length < 2) return null;
  const found = parts.map((part) => narrow(likelyMatches(all, part), prefer));
  return found.every((tasks) => tasks.length === 1) ? found.flat() : null;
}

/** A task that can still be completed is meant before one that is done already. */
function narrow(tasks: Task[], prefer: Prefer): Task[] {
  if (prefer === "sure") return tasks;
  if (prefer === "any") {
    const open = tasks.filter((task) => !task.completed);
    return open.length === 1 ? open : tasks;
  }
  if (prefer === "certain") return tasks.filter((task) => !task.completed);
  const wanted = tasks.filter((task) => task.completed === (prefer === "completed"));
  return wanted.length > 0 ? wanted : tasks;
}

function isExact(tasks: readonly Task[], said: string): boolean {
  return tasks.some((task) => matchTitle(task.title, said) === 4);
}

/** Tasks that share at least one word of what was said. */
function nearby(tasks: readonly Task[], said: string): Task[] {
  const words = said.split(/\s+/).filter((word) => word.length > 2 && !isSilent(word));
  return tasks.filter((task) => words.some((word) => matchTitle(task.title, word) > 0));
}

function pointed(pointing: NonNullable<Target["pointing"]>, turn: Turn): Found {
  const phrases = phrasesFor(turn.language);
  const beside = pointing === "before" ? -1 : pointing === "after" ? 1 : 0;
  const meant =
    pointing === "other" ? othersThan(turn) : beside ? besides(turn, beside) : turn.shown;
  const picks = meant.map(({ id }) => byNumber(id));
  if (picks.length === 0) return { kind: "said", text: phrases.nothingShown(), missing: true };
  if (pointing === "several" || picks.length === 1) return { kind: "one", picks };
  return said(phrases.nothingShown());
}

/** The tasks listed before that the last answer did not speak of. */
export function othersThan({ shown, listed, told = [] }: Turn): Shown[] {
  return listed.filter(({ id }) => ![...shown, ...told].some((task) => task.id === id));
}

/** The task next to the one spoken of: in the list that has it, or as they were spoken of. */
function besides({ shown, listed, spoken = [] }: Turn, step: 1 | -1): readonly Shown[] {
  const [current, ...others] = shown;
  if (!current || others.length > 0) return [];
  const list = listed.some(({ id }) => id === current.id) ? listed : spoken;
  const at = list.findLastIndex(({ id }) => id === current.id) + step;
  return list[at] ? [list[at]] : [];
}

function byNumber(id: number): Pick {
  return { id, title: null };
}

function said(text: string): Found {
  return { kind: "said", text };
}
