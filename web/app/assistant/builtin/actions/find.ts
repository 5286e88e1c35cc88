import { phrasesFor } from "../answers/phrases";
import { quoted } from "../answers/quoted";
import { taskLine } from "../answers/task-line";
import type { Filter, Target } from "../frames/command";
import { silentWords } from "../lexicon/silent";
import { meansSame } from "../lexicon/synonyms";
import { call, type Outcome, type Shown, type Steps, type Task, type Turn, tasksIn } from "../turn";
import { bestMatches, likelyMatches, matchTitle, possibleMatches, relatedMatches } from "./match";

/** A task that was found, or only its number when nothing had to be looked up. */
export type Pick = Task | { id: number; title: null };

/**
 * Which tasks a command can be about at all: there is no completing what is done. A deletion wants
 * to be `sure`, and takes every task that could be meant into account.
 */
export type Prefer = "open" | "completed" | "any" | "sure";

/** What looking for a target came to: tasks, or what to say instead. */
export type Found =
  | { kind: "one"; picks: Pick[] }
  | { kind: "filter"; filter: Filter; tasks: Task[] }
  | { kind: "several"; tasks: Task[] }
  | { kind: "said"; text: string; missing?: true; near?: boolean };

/** The arguments of `list_tasks` for a filter. */
export function listArguments(filter: Filter): Record<string, unknown> {
  const args: Record<string, unknown> = {};
  const { days } = filter;
  if (filter.overdue) args.overdue = true;
  else if (filter.status && filter.status !== "open") args.status = filter.status;
  if (filter.priority) args.priority = filter.priority;
  if (filter.category) args.category = filter.category;
  if (filter.search) args.search = filter.search;
  if (filter.lacks || filter.repeats !== undefined) args.limit = 100;
  // What was done on a day is found by when it was done, which is looked at afterwards.
  if (filter.status === "completed" && days) args.limit = 100;
  else {
    if (days?.from) args.due_from = days.from;
    if (days?.to) args.due_to = days.to;
  }
  return args;
}

/**
 * Lists what a filter asks for. Words that may be a category are tried as one, and looked for in
 * the tasks after that; the filter that found something is given back.
 */
export function* listFor(filter: Filter): Steps<{ listed: Outcome; used: Filter }> {
  if (!filter.group) {
    const listed = yield* call("list_tasks", listArguments(filter));
    if (!filter.search || listed.error || tasksIn(listed).length > 0)
      return { listed, used: filter };
    const related = yield* listRelated(filter);
    if (tasksIn(related).length > 0 || !filter.days) return { listed: related, used: filter };
    // "Is the plumber coming on Wednesday": he comes on another day.
    const { days: _, hour: __, ...anyDay } = filter;
    const other = yield* listFor(anyDay);
    return tasksIn(other.listed).length > 0 ? other : { listed: related, used: filter };
  }
  const { group, ...rest } = filter;
  const asCategory = { ...rest, category: group };
  const first = yield* call("list_tasks", listArguments(asCategory));
  if (tasksIn(first).length > 0) return { listed: first, used: asCategory };
  return yield* listFor({ ...rest, search: filter.search ?? group });
}

/** The tasks that some words mean in another script or language, of those that a filter leaves. */
function* listRelated({ search = "", ...rest }: Filter): Steps<Outcome> {
  const listed = yield* call("list_tasks", { ...listArguments(rest), limit: 100 });
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
  if (target.names.length === 0) {
    if (!target.everything && Object.keys(target.filter).length === 0) {
      // "Done", said right after one task was spoken of.
      return turn.shown.length === 1 ? pointed("one", turn) : said(phrases.nothingShown());
    }
    const filter: Filter = { ...target.filter };
    if (!filter.status && prefer === "completed") filter.status = "completed";
    const { listed, used } = yield* listFor(filter);
    if (listed.error) return said(phrases.failed(listed));
    const tasks = tasksIn(listed);
    if (!target.except) return { kind: "filter", filter: used, tasks };
    const kept = target.except.flatMap((name) => likelyMatches(tasks, name));
    const rest = tasks.filter((task) => !kept.includes(task));
    // A deletion waits for a yes to each; of other changes the tasks are named first.
    return prefer === "sure" && kept.length > 0
      ? { kind: "one", picks: rest }
      : { kind: "several", tasks: rest };
  }
  const picks: Pick[] = [];
  for (const name of target.names) {
    const found = yield* byTitle(name, turn, prefer);
    if (found.kind !== "one") return found;
    picks.push(...found.picks);
  }
  return { kind: "one", picks };
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
function* byTitle(name: string, turn: Turn, prefer: Prefer): Steps<Found> {
  const phrases = phrasesFor(turn.language);
  const searched: Outcome = yield* call("list_tasks", { status: "all", search: name });
  if (searched.error) return said(phrases.failed(searched));
  const match = prefer === "sure" ? possibleMatches : bestMatches;
  const matching = (tasks: Task[]): Task[] => narrow(match(tasks, name), prefer);
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
    prefer === "sure" && (turn.written ?? turn.language) !== "en" && !isExact(found, name);
  if (found.length === 0 || other) {
    const listed = yield* call("list_tasks", { status: "all", limit: 100 });
    all = tasksIn(listed);
    found = matching(all);
  }
  if (found.length === 0) {
    const each = matchParts(all, name, prefer);
    if (each) return { kind: "one", picks: each };
    found = narrow(relatedMatches(all, name), prefer);
    // Most of the words will do, but not to delete by.
    if (found.length === 0 && (prefer === "open" || prefer === "completed"))
      found = narrow(bestMatches(all, name, 1), prefer);
  }
  if (found.length === 1) return { kind: "one", picks: found };
  if (found.length > 1) return { kind: "several", tasks: found.slice(0, 10) };
  const near = narrow(nearby(all, name), prefer).slice(0, 3);
  offerTasks(near, turn);
  const text = phrases.notFound(
    quoted(name),
    near.map((task) => taskLine(task, turn)),
  );
  return { kind: "said", text, missing: true, near: near.length > 0 };
}

/** More tasks than these are listed, and not offered by buttons too. */
const OFFERED_MAX = 4;

/** Offers tasks as the answers to the question which of them is meant. */
export function offerTasks(tasks: readonly Pick[], { offer }: Turn): void {
  if (tasks.length === 0 || tasks.length > OFFERED_MAX) return;
  offer?.(
    tasks.map(({ id, title }) => ({ label: `#${id} ${quoted(title ?? "")}`, says: `#${id}` })),
  );
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
  const wanted = tasks.filter((task) => task.completed === (prefer === "completed"));
  return wanted.length > 0 ? wanted : tasks;
}

function isExact(tasks: readonly Task[], said: string): boolean {
  return tasks.some((task) => matchTitle(task.title, said) === 4);
}

/** Tasks that share at least one word of what was said. */
function nearby(tasks: readonly Task[], said: string): Task[] {
  const words = said.split(/\s+/).filter((word) => word.length > 2 && !silentWords.has(word));
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

const byNumber = (id: number): Pick => ({ id, title: null });

const said = (text: string): Found => ({ kind: "said", text });
