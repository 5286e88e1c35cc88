import { useFetcher } from "@remix-run/react";

/** Moves a task to a day, `2026-11-22`; empty for no date. */
export function useMove(id: number): (day: string) => void {
  const { submit } = useFetcher({ key: `move-${id}` });
  return (value) =>
    submit(
      { intent: "many", ids: String(id), to: "due", value },
      { method: "post", action: "/tasks" },
    );
}
