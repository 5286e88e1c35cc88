import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useState } from "react";
import type { Task } from "./task";

/**
 * Ticks a task off or opens it again. A press that comes while the last one is being saved waits
 * for it: sent at once, it would break off the first, and whichever the server heard last would
 * stand. What was pressed last is what is shown, and how it ends.
 *
 * @returns whether the task is done as the person has left it, and the form that turns that round
 */
export function useToggle({ id, completed: saved }: Task) {
  const fetcher = useFetcher({ key: `toggle-${id}` });
  const [held, setHeld] = useState<boolean | null>(null);
  const { submit, state, formData } = fetcher;
  const sent = formData?.get("completed")?.toString();
  const onItsWay = sent === undefined ? saved : sent === "true";

  useEffect(() => {
    if (held === null || state !== "idle") return;
    setHeld(null);
    if (held === saved) return;
    submit({ intent: "toggle", id, completed: String(held) }, { method: "post" });
  }, [held, state, saved, submit, id]);

  const completed = held ?? onItsWay;
  return {
    fetcher,
    completed,
    onSubmit(event: FormEvent) {
      if (state === "idle") return;
      event.preventDefault();
      setHeld(!completed);
    },
  };
}
