import { useSubmit } from "@remix-run/react";
import { useCallback } from "react";
import { toDraft } from "#app/tasks/edit/task-draft";
import type { Task } from "#app/tasks/task/task";

/** When a task is to be from now on, and how long it takes; what is left out stays. */
export interface Schedule {
  day?: string;
  /** `17:00`; empty for the whole day. */
  time?: string;
  minutes?: number;
}

/** Moves tasks in the calendar: an edit of when they are, which meets a change from elsewhere. */
export function useReschedule(timeZone: string): (task: Task, to: Schedule) => void {
  const submit = useSubmit();
  return useCallback(
    (task, to) => {
      const { date, time, duration } = toDraft(task, timeZone);
      const next = {
        date: to.day ?? date,
        time: to.time ?? time,
        duration: to.minutes === undefined ? duration : String(to.minutes),
      };
      if (next.date === date && next.time === time && next.duration === duration) return;
      const base = JSON.stringify({ date, time, duration });
      submit(
        { intent: "edit", id: task.id, base, ...next },
        { method: "post", action: "/tasks", navigate: false, fetcherKey: `move-${task.id}` },
      );
    },
    [submit, timeZone],
  );
}
