import { useEffect } from "react";

const PRESSES = ["pointerdown", "keydown"] as const;

/**
 * Calls a function when the person first does something on the page: what nothing needs before is
 * loaded then, while there is a network.
 *
 * @param act the same function in every render
 */
export function useFirstPress(act: () => void): void {
  useEffect(() => {
    for (const name of PRESSES) window.addEventListener(name, act, { once: true, capture: true });
    return () => {
      for (const name of PRESSES) window.removeEventListener(name, act, { capture: true });
    };
  }, [act]);
}
