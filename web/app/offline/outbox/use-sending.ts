import { useEffect, useRef } from "react";
import { useRefresh } from "#app/ui/lists/use-refresh";
import { useOutbox } from "./use-outbox";

const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/**
 * Sends what waits whenever there may be a connection: soon after it failed, less often the longer it
 * fails, and at once when the browser says so or the person comes back to the page. What was sent is
 * then read anew.
 */
export function useSending(): void {
  const { operations } = useOutbox();
  const refresh = useRefresh();
  const waits = operations.some(({ state, late }) => state === "waiting" && late);

  useEffect(() => {
    if (!waits) return;
    let timer = 0;
    let delay = FIRST_MS;
    let ended = false;
    const attempt = async () => {
      window.clearTimeout(timer);
      const flushed = await import("./page-store").then((page) => page.flush()).catch(() => null);
      if (ended) return;
      delay = flushed?.settled ? FIRST_MS : Math.min(delay * 2, LONGEST_MS);
      timer = window.setTimeout(attempt, Math.max(delay, flushed?.retryAfter ?? 0));
    };
    const now = () => {
      if (document.hidden) return;
      delay = FIRST_MS;
      attempt();
    };
    attempt();
    const events = ["online", "focus", "pageshow"] as const;
    for (const name of events) window.addEventListener(name, now);
    document.addEventListener("visibilitychange", now);
    return () => {
      ended = true;
      window.clearTimeout(timer);
      for (const name of events) window.removeEventListener(name, now);
      document.removeEventListener("visibilitychange", now);
    };
  }, [waits]);

  // What was sent in the background: a form that waited for its answer has the page read anew itself. Of
  // many that go out one after the other the outbox shows each, and the last one has the page read anew.
  const sent = operations.filter(({ state, late }) => state === "sent" && late).length;
  const known = useRef(sent);
  useEffect(() => {
    if (waits) return;
    if (sent > known.current) refresh();
    known.current = sent;
  }, [sent, waits, refresh]);
}
