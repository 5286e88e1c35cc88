import { useCallback, useEffect, useState } from "react";

/** Chromium's offer to install the app, which it makes once for each page load. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

let offered: InstallPrompt | null = null;
const listeners = new Set<() => void>();

/** Takes the browser's offer for the button on the install page; the browser's own may come early. */
export function watchInstallOffer(): void {
  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offered = event as InstallPrompt;
    for (const listener of listeners) listener();
  });
}

/**
 * How Karlo can be installed here: `app` when it is, `button` where the browser offers it, else by hand.
 *
 * @returns the state, null until the page is hydrated, and what the button does
 */
export function useInstall() {
  const [state, setState] = useState<"app" | "button" | "byHand" | null>(null);

  useEffect(() => {
    const update = () => {
      const isApp = matchMedia("(display-mode: standalone)").matches;
      setState(isApp ? "app" : offered ? "button" : "byHand");
    };
    const done = () => setState("app");
    update();
    listeners.add(update);
    window.addEventListener("appinstalled", done);
    return () => {
      listeners.delete(update);
      window.removeEventListener("appinstalled", done);
    };
  }, []);

  const install = useCallback(async () => {
    // An offer can be taken once; after a refusal the browser makes a new one.
    const prompt = offered;
    offered = null;
    setState("byHand");
    await prompt?.prompt();
  }, []);
  return { state, install };
}
