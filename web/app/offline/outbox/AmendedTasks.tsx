import { type ReactNode, useCallback } from "react";
import { type AmendTasks, AmendTasksProvider } from "#app/conversations/answers/shown-tasks";
import { withChanges } from "./overlay";
import { useOutbox } from "./use-outbox";

/** Shows the tasks of conversations with what was changed on this device since they were read. */
export function AmendedTasks({ children }: { children: ReactNode }) {
  const { operations } = useOutbox();
  const amend = useCallback<AmendTasks>(
    (tasks, readAt) => {
      if (operations.length === 0) return tasks;
      const whole = tasks.map((task) => ({ ...task, description: "", reminders: null }));
      return withChanges(whole, operations, readAt, () => false);
    },
    [operations],
  );
  return <AmendTasksProvider value={amend}>{children}</AmendTasksProvider>;
}
