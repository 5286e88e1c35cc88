/** How long after each failure the next attempt is made. */
const WAITS_MS = [1_000, 2_000, 4_000, 8_000, 16_000, 30_000];
/** So that not all pages ask again in the same moment. */
const SPREAD = 0.25;

/** A failed request that waits for its next attempt. */
interface Waiting {
  kind: "load" | "form";
  again(): void;
  giveUp(): void;
}

const waiting = new Set<Waiting>();

/** Thrown when a person gives up a form that was not sent. */
export class GivenUp extends Error {}

/** Makes the next attempt of all loads at once, or of all forms, when a person asks for it. */
export function tryAgain(kind?: Waiting["kind"]): void {
  for (const one of [...waiting]) if (!kind || one.kind === kind) one.again();
}

/** Gives up all forms that were not sent. */
export function giveUpForms(): void {
  for (const one of [...waiting]) if (one.kind === "form") one.giveUp();
}

/**
 * Resolves when a failed load is to be tried again: after a while that grows with each attempt, when
 * the browser has a network again or the page is looked at again, or when the person asks for it.
 *
 * @throws the reason of `signal` when nobody wants it any more
 */
export function untilNextLoad(attempt: number, signal: AbortSignal): Promise<void> {
  const ms = WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 0;
  return waitUntilAgain("load", signal, ms * (1 + SPREAD * (Math.random() - 0.5)));
}

/**
 * Resolves when the person wants a failed form to be sent again: it may have arrived, so nothing is
 * sent twice by itself.
 *
 * @throws GivenUp, or the reason of `signal`
 */
export const untilFormIsSentAgain = (signal: AbortSignal): Promise<void> =>
  waitUntilAgain("form", signal);

function waitUntilAgain(kind: Waiting["kind"], signal: AbortSignal, ms?: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const seen = () => !document.hidden && one.again();
    const settle = (act: () => void) => () => {
      waiting.delete(one);
      clearTimeout(timer);
      signal.removeEventListener("abort", aborted);
      window.removeEventListener("online", one.again);
      document.removeEventListener("visibilitychange", seen);
      act();
    };
    const one: Waiting = {
      kind,
      again: settle(resolve),
      giveUp: settle(() => reject(new GivenUp())),
    };
    const aborted = settle(() => reject(signal.reason));
    const timer = ms === undefined ? undefined : window.setTimeout(one.again, ms);
    if (ms !== undefined) {
      window.addEventListener("online", one.again);
      document.addEventListener("visibilitychange", seen);
    }
    signal.addEventListener("abort", aborted);
    waiting.add(one);
    if (signal.aborted) aborted();
  });
}
