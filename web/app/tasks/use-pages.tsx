import { useFetcher, useFetchers } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { TasksPageData } from "./read-tasks-page.server";
import type { Task } from "./task";

const KEY = "page:";

/**
 * The pages of a list that have been asked for, as one. Each is loaded by its cursor and loaded
 * again when tasks change, as the first one is.
 *
 * @param hrefOf the address of a page
 * @param list names the list; another list begins at its first page
 */
export function usePages(first: TasksPageData, hrefOf: (cursor: string) => string, list: string) {
  const [asked, setAsked] = useState<{ list: string; cursors: string[] }>({ list, cursors: [] });
  const cursors = asked.list === list ? asked.cursors : [];
  const fetchers = useFetchers();

  const pages = cursors.map(
    (cursor) =>
      fetchers.find(({ key }) => key === KEY + hrefOf(cursor))?.data as TasksPageData | undefined,
  );
  const last = pages.length > 0 ? pages.at(-1) : first;
  return {
    tasks: join([first, ...pages]),
    nextCursor: last?.nextCursor ?? null,
    loading: last === undefined,
    more: (cursor: string) => setAsked({ list, cursors: [...cursors, cursor] }),
    loaders: cursors.map((cursor) => <PageLoader key={cursor} href={hrefOf(cursor)} />),
  };
}

/** A task that moved between two pages while they were read is shown once. */
function join(pages: (TasksPageData | undefined)[]): Task[] {
  const byId = new Map<number, Task>();
  for (const page of pages) for (const task of page?.tasks ?? []) byId.set(task.id, task);
  return [...byId.values()];
}

function PageLoader({ href }: { href: string }) {
  const { load } = useFetcher({ key: KEY + href });
  useEffect(() => load(href), [load, href]);
  return null;
}
