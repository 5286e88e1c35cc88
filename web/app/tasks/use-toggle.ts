import { useFetcher, useFetchers, useSubmit } from "@remix-run/react";
import { type FormEvent, useEffect, useReducer } from "react";
import type { Task } from "./task";

/**
 * Presses that wait, by number, each with what was on its way when it came. They are kept beside
 * the rows: a row that is ticked off moves to another group, where it is drawn anew, or goes.
 */
const held = new Map<number, { completed: boolean; after: boolean }>();

const keyOf = (id: number) => `toggle-${id}`;

/**
 * Ticks a task off or opens it again. A press that comes while the last one is being saved waits
 * for it: sent at once, it would break off the first, and whichever the server heard last would
 * stand. What was pressed last is what is shown, and how it ends.
 *
 * @returns whether the task is done as the person has left it, and what its form does when submitted
 */
export function useToggle({ id, completed: saved }: Task) {
  const fetcher = useFetcher({ key: keyOf(id) });
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const { formData } = fetcher;
  const onItsWay = formData && formData.get("completed") === "true";
  const completed = held.get(id)?.completed ?? onItsWay ?? saved;
  return {
    fetcher,
    completed,
    onSubmit(event: FormEvent) {
      if (onItsWay === undefined) return;
      event.preventDefault();
      held.set(id, { completed: !completed, after: onItsWay });
      redraw();
    },
  };
}

/** Sends what waits for an earlier press of the same task, once that one is saved. */
export function useHeldToggles(): void {
  const fetchers = useFetchers();
  const submit = useSubmit();
  useEffect(() => {
    for (const [id, { completed, after }] of held) {
      const fetcherKey = keyOf(id);
      if (fetchers.some(({ key, state }) => key === fetcherKey && state !== "idle")) continue;
      held.delete(id);
      if (completed === after) continue;
      const form = { intent: "toggle", id, completed: String(completed) };
      submit(form, { method: "post", action: "/tasks", navigate: false, fetcherKey });
    }
  });
}
