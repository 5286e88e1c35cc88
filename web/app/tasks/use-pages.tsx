import { useFetcher, useFetchers } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "#app/ui/ErrorState";
import { isLoaded } from "./not-loaded";
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

  // A page that could not be loaded again stays as it was.
  const kept = useRef(new Map<string, TasksPageData>());
  const pages = cursors.map((cursor) => {
    const key = KEY + hrefOf(cursor);
    const data = fetchers.find((fetcher) => fetcher.key === key)?.data;
    if (isLoaded(data)) kept.current.set(key, data);
    return { page: kept.current.get(key), lost: data !== undefined && !isLoaded(data) };
  });
  const last = pages.length > 0 ? pages.at(-1) : { page: first, lost: false };
  const lost = last?.page === undefined && last?.lost === true;
  return {
    tasks: join([first, ...pages.map(({ page }) => page)]),
    nextCursor: last?.page?.nextCursor ?? null,
    loading: last?.page === undefined && !lost,
    lost,
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
  const { t } = useTranslation();
  const { load, data, state } = useFetcher<TasksPageData>({ key: KEY + href });
  useEffect(() => load(href), [load, href]);
  if (state !== "idle" || data === undefined || isLoaded(data)) return null;
  return (
    <ErrorState title={t("list.lost.more")} safe={t("list.lost.safe")} onRetry={() => load(href)} />
  );
}
