import { useLocation } from "@remix-run/react";
import { useCallback, useMemo } from "react";
import type { Task } from "#app/tasks/task/task";
import { conflictOf, numbersGiven } from "./operation";
import { isStep, type ShownPage, withChangedPage, withChanges } from "./overlay";
import { outbox } from "./state";
import { useOutbox } from "./use-outbox";

/**
 * A page of tasks with what was changed on this device since the server read it.
 *
 * @param takes whether the page shows a task that was added or moved there; the same function each time
 */
export function useChangedPage<Page extends ShownPage>(
  page: Page,
  takes: (page: Page, task: Task) => boolean,
) {
  const { operations } = useOutbox();
  const { search } = useLocation();
  const takesIt = useCallback((task: Task) => takes(page, task), [takes, page]);
  const amend = useCallback(
    (tasks: Task[]) => withChanges(tasks, operations, page.now, takesIt),
    [operations, page, takesIt],
  );
  const changed = useMemo(
    () => withChangedPage(page, operations, takesIt),
    [page, operations, takesIt],
  );
  const amendSteps = useCallback(
    (steps: Task[]) => withChanges(steps, operations, page.now, isStep),
    [operations, page],
  );
  const numbers = useMemo(() => numbersGiven(operations), [operations]);
  const opened = useMemo(() => openedBy(search, changed, numbers), [search, changed, numbers]);
  const conflict = useMemo(
    () => conflictOfTask(operations, opened.openedId),
    [operations, opened.openedId],
  );
  return { ...changed, ...opened, amend, amendSteps, onShown, conflict };
}

const onShown = (tasks: readonly Task[]) => outbox.setShown("list", tasks);

type Operations = ReturnType<typeof useOutbox>["operations"];

/**
 * The task that the address opens, where the server was not asked or cannot know it: without a
 * connection, and while the task has no number.
 */
function openedBy(search: string, page: ShownPage, numbers: Map<number, number>) {
  const { openedId, detail } = page;
  const text = new URLSearchParams(search).get("task");
  const asked = text === null || !/^-?\d{1,15}$/.test(text) ? null : Number(text);
  if (asked === openedId || (text !== null && asked === null)) return { openedId, detail };
  if (asked === null) return { openedId: null, detail: null };
  const id = numbers.get(asked) ?? asked;
  if (id === openedId) return { openedId, detail };
  const task = [...page.tasks, ...(page.steps ?? [])].find((one) => one.id === id);
  return task ? { openedId: id, detail: { task, history: [], files: [] } } : { openedId, detail };
}

/** What was entered for a task and met a change from elsewhere once it was sent. */
const conflictOfTask = (operations: Operations, openedId: number | null) =>
  operations.map(conflictOf).findLast((conflict) => conflict?.id === openedId);
