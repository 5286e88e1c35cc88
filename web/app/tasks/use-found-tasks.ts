import { useEffect, useState } from "react";
import type { Task, WireTask } from "./task";

const PAUSE_MS = 200;
const SHOWN = 8;

type Found = Pick<Task, "id" | "title">;

/** Tasks that words name: those of the page at once, those of the whole list a moment later. */
export function useFoundTasks(text: string, tasks: Task[]): Found[] {
  const [remote, setRemote] = useState<{ words: string; found: Found[] }>({ words: "", found: [] });
  const words = text.trim();

  useEffect(() => {
    if (words.length < 2) return;
    const left = new AbortController();
    const timer = window.setTimeout(async () => {
      const query = new URLSearchParams({ search: words, limit: String(SHOWN) });
      const found = await fetch(`/api/v1/tasks?${query}`, { signal: left.signal })
        .then((response) => response.json())
        .then(({ tasks: rows = [] }: { tasks?: WireTask[] }) => rows)
        // Without an answer what is on the page is what there is.
        .catch(() => []);
      if (!left.signal.aborted) setRemote({ words, found });
    }, PAUSE_MS);
    return () => {
      window.clearTimeout(timer);
      left.abort();
    };
  }, [words]);

  if (!words) return tasks.slice(0, 5);
  const low = words.toLowerCase();
  const here = tasks.filter(
    ({ id, title }) => title.toLowerCase().includes(low) || `#${id}`.includes(low),
  );
  const elsewhere = remote.words === words ? remote.found : [];
  const all = new Map([...here, ...elsewhere].map((task) => [task.id, task]));
  return [...all.values()].slice(0, SHOWN);
}
