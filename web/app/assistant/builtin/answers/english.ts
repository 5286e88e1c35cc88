import type { Phrases, Scope } from "./phrase-types";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join("\n");
const tasks = (count: number): string => (count === 1 ? "1 task" : `${count} tasks`);
const VERB = { complete: "Completed", reopen: "Reopened", delete: "Deleted", update: "Updated" };
const ASK = {
  complete: "complete",
  reopen: "reopen",
  delete: "delete",
  update: "change",
  show: "see",
};

/** "3 tasks due today", "2 completed tasks", "No overdue tasks about “rent”". */
function inScope(count: number, { day, status, search }: Scope): string {
  const plain = day !== null || search !== null;
  const state = {
    open: plain ? "" : "open ",
    completed: "completed ",
    all: "",
    overdue: "overdue ",
  }[status];
  const when = day === null ? "" : status === "completed" ? ` ${day}` : ` due ${day}`;
  const about = search === null ? "" : ` about “${search}”`;
  return `${count === 0 ? "No" : count} ${state}${count === 1 ? "task" : "tasks"}${when}${about}`;
}

/** A command as it is named in a question, and said by who wants it. */
function described(intent: string, names: string[]): string {
  const named = names.length > 0 ? ` “${names.join("”, “")}”` : "";
  if (intent === "list") return "show tasks";
  if (intent === "find") return `look for${named || " a task"}`;
  if (intent === "update") return `change${named || " a task"}`;
  if (/^(?:add|complete|reopen|delete|restore)$/.test(intent))
    return `${intent}${named || " a task"}`;
  return "leave everything as it is";
}

/** What the assistant says in English. */
export const english: Phrases = {
  added: (lines) =>
    lines.length === 1 ? `Added ${lines[0]}.` : `Added ${tasks(lines.length)}:\n${list(lines)}`,
  stepsAdded: (line, lines) =>
    `Added ${lines.length === 1 ? "a step" : `${lines.length} steps`} to ${line}:\n${list(lines)}`,
  stepsOpen: (numbers) =>
    numbers.length === 1
      ? `Its step #${numbers[0]} is still open. Say “complete ${numbers[0]}” to complete it too.`
      : `${numbers.length} of its steps are still open. Say “complete ${numbers.join(", ")}” to complete them too.`,
  lastStep: (number) =>
    `That was the last open step of #${number}. Say “complete ${number}” to complete the task.`,
  needsTitle: () => "What should the task say? For example: add buy milk tomorrow at 5pm",
  listed: (count, scope, lines, total) =>
    `${inScope(total, scope)}.${count < total ? ` The first ${count}:` : ""}\n${list(lines)}`,
  nothingListed: (scope) => `${inScope(0, scope)}.`,
  counted: (count, scope) => `${inScope(count, scope)}.`,
  details: (line, { description, priority, category, recurrence, completed }) =>
    [
      line,
      `${completed ? "Completed" : "Open"}, ${priority}${category ? `, in ${category}` : ""}${recurrence ? ", repeats" : ""}.`,
      ...(description ? [description] : []),
    ].join("\n"),
  done: (change, lines) =>
    lines.length === 1
      ? `${VERB[change]} ${lines[0]}.`
      : `${VERB[change]} ${tasks(lines.length)}:\n${list(lines)}`,
  already: (change, line) => `${line} is already ${change === "complete" ? "done" : "open"}.`,
  kept: (change, names) =>
    `${names.length > 0 ? `Kept ${names.join(", ")}` : "Left everything"}${change === "delete" ? "; nothing was deleted" : " as before"}.`,
  which: (change, lines) => `Which one do you want to ${ASK[change]}?\n${list(lines)}`,
  notFound: (said, near) =>
    near.length > 0
      ? `I found no task called “${said}”. Did you mean one of these?\n${list(near)}`
      : `I found no task called “${said}”. Say “show my tasks” to see what there is.`,
  noNumber: (id) => `There is no task #${id}.`,
  nothingShown: () => "Which task do you mean? Give me its number or a part of its title.",
  nothingFits: () => "No task fits that, so nothing was changed.",
  eachByNumber: (lines, numbers) =>
    `${tasks(lines.length)} would change:\n${list(lines)}\nSay the same of ${numbers.join(", ")} to do it.`,
  whatToChange: (line) =>
    `What should change about ${line}? For example: “move it to Friday” or “make it high priority”.`,
  stats: (stats, focus) => {
    if (focus === "open")
      return `${stats.open === 0 ? "Nothing" : tasks(stats.open)} open${stats.overdue ? `, ${stats.overdue} of them overdue` : ""}.`;
    if (focus === "completed")
      return `${tasks(stats.completed)} completed, ${stats.completed_this_week} of them this week.`;
    if (focus === "overdue")
      return stats.overdue === 0 ? "Nothing is overdue." : `${tasks(stats.overdue)} overdue.`;
    return `You have ${tasks(stats.total)}: ${stats.open} open, ${stats.completed} completed, ${stats.overdue} overdue. Completed this week: ${stats.completed_this_week}. Streak: ${stats.streak === 1 ? "1 day" : `${stats.streak} days`}.`;
  },
  plan: ([first, ...more], { names, count }) => {
    if (first === undefined) return "Nothing is open. Enjoy the quiet.";
    const then = more.length > 0 ? `\nThen, one after the other:\n${list(more)}` : "";
    const rest = count > names.length ? ` and ${count - names.length} more` : "";
    const wait = count > 0 ? `\nThis can wait: ${names.join(", ")}${rest}.` : "";
    return `First: ${first}.${then}${wait}`;
  },
  reason: (why, due) =>
    ({
      overdue: `overdue since ${due}`,
      today: `due ${due}`,
      soon: `due ${due}`,
      high: "high priority",
      free: "nothing else presses",
    })[why],
  rings: (when, passed) =>
    passed ? `It would have rung ${when}, which has passed.` : `It rings ${when}.`,
  ringsUndated: () => "It has no date yet, so it cannot ring before it. When is it?",
  undone: (lines) => (lines.length > 0 ? `Undone:\n${list(lines)}` : "Undone."),
  restored: (lines) =>
    lines.length === 1
      ? `Brought back ${lines[0]}.`
      : `Brought back ${tasks(lines.length)}:\n${list(lines)}`,
  trashByNumber: () =>
    "Which task should come back? Give me its number, as in “restore task 3”. What was deleted just now comes back with “undo”.",
  nothingToUndo: () => "There is nothing to undo.",
  greeting: () =>
    "Hello. What should we get done? You can say “add buy milk tomorrow at 5pm” or “show my tasks”.",
  howAreYou: () => "All well, thank you. What should we get done?",
  welcome: () => "You are welcome.",
  farewell: () => "Goodbye. Your tasks will be here.",
  help: () =>
    [
      "I keep your tasks. You can say:",
      list([
        "add buy milk tomorrow at 5pm",
        "show my tasks, or: what is due today",
        "complete buy milk, or: reopen task 3",
        "move task 3 to Friday, or: make it high priority",
        "delete buy milk (I ask first)",
        "how many tasks do I have",
      ]),
      "Urdu and Roman Urdu work too.",
    ].join("\n"),
  identity: () =>
    "I am Karlo’s built-in assistant. I work without a model key: I learned from sentences about tasks in English, Urdu and Roman Urdu.",
  attached: (count) =>
    count === 1
      ? "The file is kept in this conversation, but I cannot read files or look at images. Write what you need from it."
      : "The files are kept in this conversation, but I cannot read files or look at images. Write what you need from them.",
  refrained: () => "All right, I left everything as it is.",
  nothingWaiting: () => "Nothing is waiting for an answer. What should we do next?",
  lists: (groups) =>
    `There is one list, and a task may have a category in it.${groups.length > 0 ? ` Yours: ${groups.join(", ")}.` : ""} Which tasks do you want to see or add? For example: “add milk to my shopping list”.`,
  unsure: ([one = "", other = ""]) => `Should I ${one}, or ${other}? Say 1 or 2.`,
  reading: described,
  choice: described,
  problem: (problem) => {
    if (problem.kind === "impossible")
      return `There is no such day${problem.month ? ` as ${problem.day} ${MONTHS[problem.month - 1]}` : ""}, so nothing was changed. Which day do you mean?`;
    if (problem.kind === "within-day")
      return "A task can repeat once a day at most, not within a day. Which hours of the day do you mean?";
    return "I am not sure which day that is, so nothing was changed. Which day do you mean?";
  },
  tooLong: () =>
    "That is more than I can read at once, so nothing was changed. Please send it in parts.",
  unknown: () =>
    `I can only help with your tasks, and did not understand that. Three things to try:\n${list(["add call Ali tomorrow at 5pm", "show my tasks for today", "complete task 3"])}`,
  failed: ({ error }) =>
    error?.detail || "That did not work, and nothing was changed. Please try again.",
  day: (offset, date, thisYear) => {
    if (offset === 0) return "today";
    if (offset === 1) return "tomorrow";
    if (offset === -1) return "yesterday";
    if (offset > 1 && offset < 7) return WEEKDAYS[date.dayOfWeek - 1] ?? "";
    return `${date.day} ${MONTHS[date.month - 1]}${thisYear ? "" : ` ${date.year}`}`;
  },
  partOfDay: (day, hour) => {
    const part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : hour < 20 ? "evening" : "night";
    if (day !== "today") return `${day} ${part}`;
    return part === "night" ? "tonight" : `this ${part}`;
  },
  side: (side, day) => `${side} ${day}`,
  span: (unit, shift) =>
    shift === 0
      ? `this ${unit}`
      : shift === 1
        ? `next ${unit}`
        : shift === -1
          ? `last ${unit}`
          : null,
  priority: (value) => `${value} priority`,
  repeats: (frequency) =>
    frequency === null
      ? "repeats"
      : { DAILY: "every day", WEEKLY: "every week", MONTHLY: "every month", YEARLY: "every year" }[
          frequency
        ],
};
