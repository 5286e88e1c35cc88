import { useEffect, useState } from "react";
import type { Task } from "#app/tasks/task/task";
import type { WireTask } from "#app/tasks/task/wire-task";

const DEBOUNCE_MS = 200;
const RESULTS_MAX = 8;

type Found = Pick<Task, "id" | "title">;

/**
 * Searches tasks by words or number: `tasks` at once, the whole list on the server after a pause.
 */
export function useTaskSearch(text: string, tasks: Task[]): Found[] {
  const [remote, setRemote] = useState<{ words: string; found: Found[] }>({ words: "", found: [] });
  const words = text.trim();

  useEffect(() => {
    if (words.length < 2) return;
    const request = new AbortController();
    const timer = window.setTimeout(async () => {
      const query = new URLSearchParams({ search: words, limit: String(RESULTS_MAX) });
      const found = await fetch(`/api/v1/tasks?${query}`, { signal: request.signal })
        .then((response) => response.json())
        .then(({ tasks: rows = [] }: { tasks?: WireTask[] }) => rows)
        // Offline or aborted: the tasks of the page remain.
        .catch(() => []);
      if (!request.signal.aborted) setRemote({ words, found });
    }, DEBOUNCE_MS);
    return () => {
      window.clearTimeout(timer);
      request.abort();
    };
  }, [words]);

  if (!words) return tasks.slice(0, 5);
  const lower = words.toLowerCase();
  const onPage = tasks.filter(
    ({ id, title }) => title.toLowerCase().includes(lower) || `#${id}`.includes(lower),
  );
  const onServer = remote.words === words ? remote.found : [];
  const all = new Map([...onPage, ...onServer].map((task) => [task.id, task]));
  return [...all.values()].slice(0, RESULTS_MAX);
}
