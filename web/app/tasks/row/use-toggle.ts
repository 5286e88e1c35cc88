import { useFetcher } from "@remix-run/react";
import type { Task } from "#app/tasks/task/task";

/**
 * Completes or reopens a task. A toggle during another one is sent after it, in the order of the outbox;
 * the last one is what is shown, and what is saved in the end.
 *
 * @returns whether the task is completed, with unsaved changes applied; and the fetcher, for its form
 */
export function useToggle({ id, completed: saved }: Pick<Task, "id" | "completed">) {
  const fetcher = useFetcher({ key: `toggle-${id}` });
  const { formData, state } = fetcher;
  // Once it is answered the list knows it, however long it takes to be read anew.
  const inFlight = state === "submitting" ? formData?.get("completed") === "true" : undefined;
  return { fetcher, completed: inFlight ?? saved };
}
