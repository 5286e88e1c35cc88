import { type MutableRefObject, useEffect, useRef } from "react";
import { useRefresh } from "#app/ui/lists/use-refresh";

/** Changes within this time cause one reload. */
const DEBOUNCE_MS = 120;

/** A browser connects again by itself, but not after an error status, such as that of a busy server. */
const RETRY_MS = 10_000;

interface Follower {
  refresh(): void;
  /** When its data was read, ISO 8601. */
  readAt: MutableRefObject<string>;
}

/** What follows the tasks on this page, such as the list and the chat beside it, by one stream. */
const followers = new Set<Follower>();
let source: EventSource | undefined;
let timer: number | undefined;
let retry: number | undefined;

/**
 * Reloads the page's data whenever the person's tasks change anywhere. A hidden page closes its
 * event stream, because browsers allow six connections to a server; when it is visible again it
 * reconnects, and the server reports whether something changed since.
 *
 * @param readAt when the page's data was read, ISO 8601
 */
export function useLiveTasks(readAt: string): void {
  const refresh = useRefresh();
  const since = useRef(readAt);
  since.current = readAt;

  useEffect(() => {
    const follower = { refresh, readAt: since };
    followers.add(follower);
    update();
    document.addEventListener("visibilitychange", update);
    return () => {
      followers.delete(follower);
      if (followers.size > 0) return;
      document.removeEventListener("visibilitychange", update);
      close();
    };
  }, [refresh]);
}

function update(): void {
  if (document.hidden) {
    close();
    return;
  }
  if (source) return;
  const [since = ""] = [...followers].map(({ readAt }) => readAt.current).sort();
  source = new EventSource(`/api/v1/tasks/events?since=${encodeURIComponent(since)}`);
  source.addEventListener("error", () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    close();
    retry = window.setTimeout(update, RETRY_MS);
  });
  source.addEventListener("tasks.changed", () => {
    timer ??= window.setTimeout(() => {
      timer = undefined;
      // One reload is of all that the page has read.
      const [first] = followers;
      first?.refresh();
    }, DEBOUNCE_MS);
  });
}

function close(): void {
  window.clearTimeout(timer);
  window.clearTimeout(retry);
  timer = undefined;
  source?.close();
  source = undefined;
}
