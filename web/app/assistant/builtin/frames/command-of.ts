import { readNewTasks } from "./add";
import { readChanges } from "./changes";
import { type Clause, clauseText, says } from "./clause";
import { type Changes, type Command, PLAIN, type Target } from "./command";
import { readFilter } from "./filter";
import { named } from "./reminders";
import { swapIn } from "./swap";
import { namesTask, readTarget } from "./target";

/** The command that a clause is, read as its intent. */
export function commandOf(clause: Clause): Command {
  const { intent } = clause.reading;
  switch (intent) {
    case "add": {
      const tasks = readNewTasks(clause);
      const [only, ...others] = tasks;
      // "Remind me an hour before the dentist": of a task that is there it is its reminder.
      if (clause.ahead?.rings && only && !only.when && others.length === 0 && namesTask(clause))
        return {
          intent: "update",
          target: named(only.title),
          changes: { reminders: clause.ahead.minutes },
        };
      return tasks.length > 0 ? { intent, tasks } : { intent: "ask-title" };
    }
    case "list":
      return listOf(clause);
    case "find": {
      const target = readTarget(clause);
      const { names, ids, places, pointing, filter } = target;
      const named = names.length > 0 || ids.length > 0 || places || pointing;
      // "What do I have on my shopping list": no task is named, so all of them are asked for.
      return named || Object.keys(filter).length === 0 ? { intent, target } : listOf(clause);
    }
    case "restore":
    case "complete":
    case "reopen":
    case "delete":
      return { intent, target: readTarget(clause) };
    case "update": {
      const { swap, rest: others = clause } = swapIn(clause) ?? {};
      const whose = swap && readTarget(others);
      if (whose && !isVague(whose)) return { intent, target: whose, changes: { swap } };
      if (swap?.whole) return { intent, target: named(swap.from), changes: { swap } };
      const target = readTarget(clause);
      const rest = clause.ahead?.rings && isVague(target) ? clauseText(clause) : "";
      return updateOf(rest === "" ? target : named(rest), readChanges(clause), clause);
    }
    case "stats":
      return {
        intent,
        focus: FOCUSES.find((state) => says(clause, new RegExp(`^state:${state}$`))) ?? "all",
      };
    default:
      return { intent: PLAIN.find((plain) => plain === intent) ?? "unknown" };
  }
}

function updateOf(target: Target, changes: Changes, clause: Clause): Command {
  const { category, ...others } = changes;
  // "Make all work tasks urgent": the category says which.
  if (target.everything && category && Object.keys(others).length > 0)
    return { intent: "update", target, changes: others };
  if (category !== undefined && target.filter.group !== undefined) {
    const { group: _, ...filter } = target.filter;
    return updateOf({ ...target, filter }, changes, clause);
  }
  // "Make it 6": the number is the hour.
  const pointed = says(clause, /^it$/) && !says(clause, /^number$/) && target.names.length === 0;
  if (pointed && target.ids.length === 1 && changes.when)
    return { intent: "update", target: { ...target, ids: [], pointing: "one" }, changes };
  if (target.ids.length > 0 && changes.when && Object.keys(others).length === 1 && !pointed) {
    const { when, ...rest } = changes;
    const own = when.text === clause.analysis.source.text;
    return { intent: "update", target, changes: own ? changes : rest };
  }
  return { intent: "update", target, changes };
}

function listOf(clause: Clause): Command {
  const filter = readFilter(clause);
  const { names } = readTarget(clause);
  const past = says(clause, /^state:completed$/);
  if (names.length > 0) filter.search = names.join(" ");
  return {
    intent: "list",
    filter: past && !filter.status ? { ...filter, status: "completed" } : filter,
    counting: says(clause, /^count$/),
  };
}

/** What is counted of tasks, unless it is all of them. */
const FOCUSES = ["overdue", "completed", "open"] as const;

/** Whether nothing says which tasks are meant. */
export const isVague = ({ ids, names, places, pointing, filter }: Target): boolean =>
  ids.length + names.length + Object.keys(filter).length === 0 && !places && !pointing;
