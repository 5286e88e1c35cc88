import { useSubmit } from "@remix-run/react";
import { useCallback } from "react";

/** Moves a task to a day, `2026-11-22`; empty for no date. What became of it is in the task's row. */
export function useMove(): (id: number, day: string) => void {
  const submit = useSubmit();
  return useCallback(
    (id, value) =>
      submit(
        { intent: "many", ids: String(id), to: "due", value },
        { method: "post", action: "/tasks", navigate: false, fetcherKey: `move-${id}` },
      ),
    [submit],
  );
}
