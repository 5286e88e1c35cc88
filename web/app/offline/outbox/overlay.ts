import { isSameName } from "#app/tasks/groups/names";
import type { GroupPageData } from "#app/tasks/groups/read-group-page.server";
import { groupOf } from "#app/tasks/list/due-groups";
import type { TasksPageData } from "#app/tasks/list/read-tasks-page.server";
import type { Task } from "#app/tasks/task/task";
import { type Effect, type FormOperation, numbersGiven, type Operation } from "./operation";

/** A change that is not in a list which the server has read. */
export const isMissing =
  (readAt: string) =>
  (operation: Operation): operation is FormOperation =>
    operation.kind === "form" &&
    (operation.state === "sent"
      ? (operation.doneAt ?? "") >= readAt
      : operation.state === "waiting");

/**
 * The tasks as the person last saw them: those of a list that the server has read, and on top of it
 * what was changed on this device since.
 *
 * @param readAt when the list was read, by the clock of the server
 * @param takes whether a list takes a task that was added
 */
export function withChanges(
  tasks: readonly Task[],
  operations: readonly Operation[],
  readAt: string,
  takes: (task: Task) => boolean,
): Task[] {
  const missing = operations.filter(isMissing(readAt));
  const byId = new Map(tasks.map((task) => [task.id, task]));
  if (missing.length === 0) return [...tasks];
  const numbers = numbersGiven(operations);
  const numberOf = (id: number) => numbers.get(id) ?? id;
  for (const operation of missing) {
    const { answer, effect, state, late, temps } = operation;
    // The quick-add line shows it until it is late.
    const isPending = state === "waiting" && !late && temps.length > 0 && !operation.form.parent;
    apply(byId, isPending ? { ...effect, added: [] } : effect, numberOf, takes);
    if (operation.state !== "sent") continue;
    // What the server has made of it, where that is on the page.
    for (const task of answer?.tasks ?? []) {
      const known = byId.get(task.id);
      if (known && known.version <= task.version) byId.set(task.id, task);
    }
  }
  return [...byId.values()];
}

/**
 * The tasks that a person sees, as what they have pressed so far leaves them: the page may not show all
 * of it yet. One that got its number meanwhile is there by both.
 */
export function asPressed(shown: readonly Task[], operations: readonly Operation[]): Task[] {
  const numbers = numbersGiven(operations);
  const byId = new Map(shown.map((task) => [numbers.get(task.id) ?? task.id, task]));
  for (const operation of operations) {
    if (operation.kind !== "form") continue;
    if (operation.state === "waiting") {
      apply(
        byId,
        operation.effect,
        (id) => numbers.get(id) ?? id,
        () => true,
      );
    }
    for (const task of operation.answer?.tasks ?? []) {
      const known = byId.get(task.id);
      if (known && known.version <= task.version) byId.set(task.id, task);
    }
  }
  const tasks = [...byId].map(([id, task]) => ({ ...task, id }));
  const byTemp = [...numbers].flatMap(([temp, id]) => {
    const task = byId.get(id);
    return task ? [{ ...task, id: temp }] : [];
  });
  return [...tasks, ...byTemp];
}

function apply(
  tasks: Map<number, Task>,
  { added, patches, removed }: Effect,
  numberOf: (id: number) => number,
  takes: (task: Task) => boolean,
): void {
  for (const task of added) {
    const id = numberOf(task.id);
    const parentId = task.parentId && numberOf(task.parentId);
    if (!tasks.has(id) && takes(task)) tasks.set(id, { ...task, id, parentId });
  }
  for (const { id, fields } of patches) {
    const task = tasks.get(numberOf(id));
    if (task) tasks.set(task.id, { ...task, ...fields });
  }
  for (const id of removed) tasks.delete(numberOf(id));
}

/** Steps are shown wherever their task is. */
export const isStep = ({ parentId }: Task): boolean => parentId !== null;

/** Whether the list of all tasks shows one that was added on this device; a search is left to the server. */
export function takesTask({ view, isLaterPage }: TasksPageData, task: Task): boolean {
  const { status, priority, category, search, overdue } = view;
  if (task.parentId !== null) return false;
  if (isLaterPage || search || overdue || status === "completed") return false;
  return (!priority || priority === task.priority) && (!category || category === task.category);
}

/** Whether the page of a list or a label shows a task that was added on this device. */
export function takesInGroup({ kind, group }: GroupPageData, task: Task): boolean {
  if (kind === "label") return task.labels.some((label) => isSameName(label, group.name));
  return task.parentId === null && isSameName(task.category ?? "", group.name);
}

/** What every page that shows a list of tasks has read. */
export type ShownPage = Pick<
  TasksPageData,
  "now" | "timeZone" | "tasks" | "openedId" | "detail"
> & {
  steps?: Task[];
  counts?: Record<string, number>;
  numbers?: Record<string, number>;
};

/** A page of tasks with what was changed on this device since the server read it. */
export function withChangedPage<Page extends ShownPage>(
  page: Page,
  operations: readonly Operation[],
  takes: (task: Task) => boolean,
): Page {
  if (!operations.some(isMissing(page.now))) return page;
  const change = (tasks: Task[]) => withChanges(tasks, operations, page.now, takes);
  const tasks = change(page.tasks);
  const before = countOf(page.tasks, page);
  const after = countOf(tasks, page);
  const sum = (counts: Record<string, number> | undefined) =>
    counts &&
    Object.fromEntries(
      Object.entries(counts).map(([name, count]) => [
        name,
        Math.max(0, count + (after[name] ?? 0) - (before[name] ?? 0)),
      ]),
    );
  const steps = withChanges(page.steps ?? [], operations, page.now, isStep);
  const { detail } = page;
  const [task] = detail ? change([detail.task]).filter(({ id }) => id === detail.task.id) : [];
  return {
    ...page,
    tasks,
    steps,
    detail: detail && task ? { ...detail, task } : null,
    counts: sum(page.counts),
    numbers: sum(page.numbers),
  };
}

function countOf(tasks: readonly Task[], { now, timeZone }: ShownPage): Record<string, number> {
  const groups = tasks.map((task) => groupOf(task, new Date(now), timeZone));
  const open = tasks.filter(({ completed }) => !completed).length;
  return {
    open,
    completed: tasks.length - open,
    all: tasks.length,
    dueToday: groups.filter((group) => group === "today").length,
    overdue: groups.filter((group) => group === "overdue").length,
  };
}
