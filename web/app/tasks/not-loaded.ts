import { isRouteErrorResponse, useLocation } from "@remix-run/react";
import { useRef } from "react";
import { readView, viewHref } from "./list-view";
import type { TasksPageData } from "./read-tasks-page.server";

/** What a list gives that could not be loaded. */
interface NotLoaded {
  notLoaded: true;
}

/**
 * Takes an error for a list that could not be loaded: the server was out of reach, or broke.
 *
 * @throws the error itself when it is an answer, such as the way to the sign-in page
 */
export function notLoaded(error: unknown): NotLoaded {
  const status = isRouteErrorResponse(error) || error instanceof Response ? error.status : 500;
  if (status < 500) throw error;
  return { notLoaded: true };
}

export const isLoaded = (data: TasksPageData | NotLoaded | undefined): data is TasksPageData =>
  data !== undefined && !("notLoaded" in data);

/**
 * The page as it was loaded last, and what of it is lost: nothing, its freshness (`stale`), or the
 * list itself, because the address asks for another one than that (`list`).
 */
export function useLastLoaded(data: TasksPageData | NotLoaded): {
  page: TasksPageData;
  lost: "stale" | "list" | null;
} {
  const { search } = useLocation();
  const last = useRef<TasksPageData | null>(null);
  if (isLoaded(data)) last.current = data;
  const page = last.current;
  if (!page) throw new Error("The list could not be loaded.");
  if (isLoaded(data)) return { page, lost: null };
  const asked = new URLSearchParams(search);
  const same = viewHref(readView(asked)) === viewHref(page.view);
  return { page, lost: same ? "stale" : "list" };
}
