import { type ReactNode, useCallback, useMemo } from "react";
import { type Amendments, AmendTasksProvider } from "#app/conversations/answers/shown-tasks";
import { FirstNumbers } from "#app/tasks/row/row-keys";
import { WaitingTasks } from "#app/tasks/row/WaitingMark";
import { numbersGiven, type Operation } from "./operation";
import { withChanges } from "./overlay";
import { outbox } from "./state";
import { useOutbox } from "./use-outbox";
import { waitingTasks } from "./waiting-tasks";

/** Shows tasks, on every page, with what was changed on this device since they were read. */
export function AmendedTasks({ children }: { children: ReactNode }) {
  const { operations } = useOutbox();
  const amend = useCallback<Amendments["amend"]>(
    (tasks, readAt) =>
      operations.length === 0
        ? tasks
        : withChanges(tasks.map(whole), operations, readAt, () => false),
    [operations],
  );
  const amendments = useMemo(() => ({ amend, onShown }), [amend]);
  const waiting = useMemo(() => waitingTasks(operations), [operations]);
  const first = useMemo(() => firstNumbers(operations), [operations]);
  return (
    <WaitingTasks.Provider value={waiting}>
      <FirstNumbers.Provider value={first}>
        <AmendTasksProvider value={amendments}>{children}</AmendTasksProvider>
      </FirstNumbers.Provider>
    </WaitingTasks.Provider>
  );
}

/** The numbers of tasks while they waited, by those that they got. */
const firstNumbers = (operations: readonly Operation[]) =>
  new Map([...numbersGiven(operations)].map(([temp, id]) => [id, temp]));

type ShownTask = Parameters<Amendments["onShown"]>[0][number];

/** What an answer shows of a task, and what it does not. */
const whole = (task: ShownTask) => ({ ...task, description: "", reminders: null });

const onShown: Amendments["onShown"] = (tasks) => outbox.setShown("answers", tasks.map(whole));
