import { isNear } from "../text/distance";
import { normaliseWord } from "../text/normalise";
import type { Call, Outcome, Task } from "../turn";

/** A task of the corpus; what is not said is empty. */
export type Seed = Partial<Task> & Pick<Task, "id" | "title">;

/** The task tools over a list in memory: enough of their behaviour to talk to. */
export class FakeTools {
  readonly tasks: Task[];
  readonly #trash: Task[] = [];

  constructor(seeds: readonly Seed[]) {
    this.tasks = seeds.map(complete);
  }

  /** Makes a call and gives the structured result that the real tool would. */
  run({ name, arguments: args }: Call): Record<string, unknown> {
    if (name === "create_task") return this.#create(args);
    if (name === "list_tasks") return this.#list(args);
    if (name === "search_tasks")
      return this.#list({ status: args.status ?? "all", search: args.query });
    if (name === "get_stats") return this.#stats();
    if (name === "undo_last") return { tasks: [] };
    if (name === "bulk_update") return this.#bulk(args);
    if (name === "restore_task") this.tasks.push(...this.#trash.filter(({ id }) => id === args.id));
    const task = this.tasks.find(({ id }) => id === args.id);
    if (!task) return { error: { code: "not_found", detail: `There is no task ${args.id}.` } };
    if (name === "delete_task") this.#trash.push(...this.tasks.splice(this.tasks.indexOf(task), 1));
    if (name === "toggle_complete") task.completed = (args.completed as boolean) ?? !task.completed;
    if (name === "update_task") Object.assign(task, args);
    if (name === "skip_task") task.due_at = "2026-12-31";
    return { task: { ...task } };
  }

  /** The same as an outcome that a turn carries. */
  outcome(call: Call): Outcome {
    const value = this.run(call);
    const error = (value.error as Outcome["error"]) ?? null;
    return { ...call, value, rejected: false, error };
  }

  #bulk({ filter, set }: Record<string, unknown>): Record<string, unknown> {
    const { deleted, ...changes } = set as Partial<Task> & { deleted?: true };
    const { tasks } = this.#list(filter as Record<string, unknown>) as { tasks: Task[] };
    for (const { id } of tasks)
      this.run({ name: deleted ? "delete_task" : "update_task", arguments: { id, ...changes } });
    return { tasks: tasks.map((task) => ({ ...task, ...changes })) };
  }

  #create(args: Record<string, unknown>): Record<string, unknown> {
    const id = Math.max(0, ...this.tasks.map((task) => task.id)) + 1;
    const task = complete({ ...args, id } as Seed);
    this.tasks.push(task);
    return { task: { ...task } };
  }

  #list(args: Record<string, unknown>): Record<string, unknown> {
    const status = args.status ?? "open";
    const found = this.tasks.filter(
      (task) =>
        (status === "all" || task.completed === (status === "completed")) &&
        (!args.priority || task.priority === args.priority) &&
        (!args.category || task.category?.toLowerCase() === String(args.category).toLowerCase()) &&
        (!args.search || contains(task.title, String(args.search))) &&
        (!args.due_from || (task.due_at ?? "") >= String(args.due_from)) &&
        (!args.due_to ||
          (task.due_at !== null && task.due_at.slice(0, 10) <= String(args.due_to))) &&
        (!args.overdue || (task.due_at !== null && task.due_at.slice(0, 10) < "2026-11-21")),
    );
    return { tasks: found.map((task) => ({ ...task })), next_cursor: null, total: found.length };
  }

  #stats(): Record<string, unknown> {
    const completed = this.tasks.filter((task) => task.completed).length;
    return {
      total: this.tasks.length,
      open: this.tasks.length - completed,
      completed,
      overdue: 0,
      by_priority: {},
      by_category: {},
      completed_this_week: completed,
      streak: 1,
    };
  }
}

function complete(seed: Seed): Task {
  return {
    description: null,
    priority: "medium",
    category: null,
    due_at: null,
    recurrence: null,
    completed: false,
    completed_at: null,
    ...seed,
  };
}

function contains(title: string, search: string): boolean {
  const words = title.split(/\s+/).map(normaliseWord);
  return search
    .split(/\s+/)
    .map(normaliseWord)
    .every((word) =>
      words.some((other) => other === word || (word.length > 4 && isNear(word, other))),
    );
}
