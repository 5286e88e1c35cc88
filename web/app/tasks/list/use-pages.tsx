import { useFetcher, useFetchers } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { Task } from "#app/tasks/task/task";
import type { TasksPageData } from "./read-tasks-page.server";

const KEY_PREFIX = "page:";

/**
 * The loaded pages of a list, joined into one. Each later page has a fetcher of its own, by its cursor,
 * which reloads when tasks change, like the first page.
 *
 * @param hrefOf the URL of the page at a cursor
 * @param list identifies the list; another list starts at its first page
 * @returns the tasks, the cursor of the next page, and `loaders` to render, which fetch the pages
 */
export function usePages(first: TasksPageData, hrefOf: (cursor: string) => string, list: string) {
  const [requested, setRequested] = useState<{ list: string; cursors: string[] }>({
    list,
    cursors: [],
  });
  const cursors = requested.list === list ? requested.cursors : [];
  const fetchers = useFetchers();

  // A page keeps its last data while it reloads.
  const lastLoaded = useRef(new Map<string, TasksPageData>());
  const pages = cursors.map((cursor) => {
    const key = KEY_PREFIX + hrefOf(cursor);
    const data = fetchers.find((fetcher) => fetcher.key === key)?.data;
    if (data) lastLoaded.current.set(key, data);
    return lastLoaded.current.get(key);
  });
  const last = pages.length > 0 ? pages.at(-1) : first;
  return {
    tasks: joinPages([first, ...pages], ({ tasks }) => tasks),
    steps: joinPages([first, ...pages], ({ steps }) => steps),
    countedSteps: Object.assign(
      {},
      ...[first, ...pages].map((page) => page?.countedSteps),
    ) as TasksPageData["countedSteps"],
    nextCursor: last?.nextCursor ?? null,
    loading: last === undefined,
    more: (cursor: string) => setRequested({ list, cursors: [...cursors, cursor] }),
    loaders: cursors.map((cursor) => <PageLoader key={cursor} href={hrefOf(cursor)} />),
  };
}

/** Joins pages; a task that moved between two of them while they loaded is kept once. */
function joinPages(
  pages: (TasksPageData | undefined)[],
  listOf: (page: TasksPageData) => readonly Task[],
): Task[] {
  const byId = new Map<number, Task>();
  for (const page of pages) for (const task of page ? listOf(page) : []) byId.set(task.id, task);
  return [...byId.values()];
}

function PageLoader({ href }: { href: string }) {
  const { load } = useFetcher<TasksPageData>({ key: KEY_PREFIX + href });
  useEffect(() => load(href), [load, href]);
  return null;
}
