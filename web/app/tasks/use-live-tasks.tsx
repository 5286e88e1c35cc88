import { useEffect, useRef } from "react";
import { useRefresh } from "#app/ui/use-refresh";

/** Several changes in a row are one load. */
const GATHER_MS = 120;

/**
 * Loads the page's data again whenever the person's tasks change, wherever that was done.
 * A page that nobody looks at lets go of its connection: browsers allow six to a server. When it
 * is looked at again, the server tells what was missed.
 *
 * @param readAt ISO moment at which the page's data was read
 */
export function useLiveTasks(readAt: string): void {
  const refresh = useRefresh();
  const since = useRef(readAt);
  since.current = readAt;

  useEffect(() => {
    let source: EventSource | undefined;
    let timer: number | undefined;
    const close = () => {
      window.clearTimeout(timer);
      timer = undefined;
      source?.close();
      source = undefined;
    };
    const follow = () => {
      if (document.hidden) return close();
      if (source) return;
      source = new EventSource(`/api/v1/tasks/events?since=${encodeURIComponent(since.current)}`);
      source.addEventListener("tasks.changed", () => {
        timer ??= window.setTimeout(() => {
          timer = undefined;
          refresh();
        }, GATHER_MS);
      });
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [refresh]);
}
