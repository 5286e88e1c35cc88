import { useCallback, useEffect, useState } from "react";
import {
  isOn,
  isSupported,
  keepSubscription,
  needsHomeScreen,
  subscribe,
  unsubscribe,
} from "./browser-push";

/** What this browser does with pushes; null until it is known, which it never is without JavaScript. */
export type PushState = "on" | "off" | "blocked" | "unsupported" | "homeScreen" | "failed" | null;

/**
 * The pushes of this browser, and functions that turn them on and off.
 *
 * @param publicKey the key of the server
 * @param onChange called when the server knows of a change
 */
export function usePush(publicKey: string | null, onChange: () => void) {
  const [state, setState] = useState<PushState>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let current = true;
    async function find(): Promise<PushState> {
      if (!isSupported()) return needsHomeScreen() ? "homeScreen" : "unsupported";
      if (Notification.permission === "denied") return "blocked";
      await keepSubscription().catch(() => {});
      return (await isOn()) ? "on" : "off";
    }
    find().then(
      (found) => current && setState(found),
      () => current && setState("unsupported"),
    );
    return () => {
      current = false;
    };
  }, []);

  const turn = useCallback(
    async (on: boolean) => {
      if (!publicKey || busy) return;
      setBusy(true);
      try {
        const turned = await (on ? subscribe(publicKey) : unsubscribe());
        setState(turned ? (on ? "on" : "off") : "blocked");
        onChange();
      } catch {
        setState("failed");
      } finally {
        setBusy(false);
      }
    },
    [publicKey, busy, onChange],
  );
  return { state, busy, turn };
}
