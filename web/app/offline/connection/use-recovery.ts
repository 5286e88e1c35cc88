import { useCallback, useEffect, useRef, useState } from "react";
import { useRefresh } from "#app/ui/lists/use-refresh";
import { type Connection, connection } from "./connection";
import { tryAgain, untilNextLoad } from "./retries";

/** How long a kept page is shown before the page says that the connection is slow. */
const LATE_MS = 1_500;

/**
 * Finds the way back: asks the server now and then while it cannot be reached, and reads the page anew
 * once it answers, where what is shown came from this device.
 *
 * @returns `recover` asks at once; `isLate` is true when what is new takes its time
 */
export function useRecovery({ online, servedFrom, held }: Connection) {
  const refresh = useRefresh();
  const wasOffline = useRef(false);
  const isStale = servedFrom !== null;
  const [isLate, setLate] = useState(false);

  useEffect(() => {
    if (online && (isStale || wasOffline.current)) refresh();
    wasOffline.current = !online;
  }, [online, isStale, refresh]);

  // A load that is held asks by itself.
  const isHeld = held.loads > 0;
  useEffect(() => {
    if (online || isHeld) return;
    const stopped = new AbortController();
    void askUntilAnswered(stopped.signal);
    return () => stopped.abort();
  }, [online, isHeld]);

  useEffect(() => {
    const timer = isStale && online ? window.setTimeout(() => setLate(true), LATE_MS) : undefined;
    return () => {
      window.clearTimeout(timer);
      setLate(false);
    };
  }, [isStale, online]);

  const recover = useCallback(() => {
    tryAgain("load");
    refresh();
  }, [refresh]);
  return { recover, isLate };
}

/** Asks with growing waits; what is heard is noted by those who watch the requests. */
async function askUntilAnswered(signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !connection.get().online; attempt += 1) {
    try {
      await untilNextLoad(attempt, signal);
    } catch {
      return;
    }
    await fetch("/health", { cache: "no-store", signal }).catch(() => {});
  }
}
