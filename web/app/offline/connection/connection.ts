import { createStore } from "#app/offline/store";

/** Why requests fail: no network or an answer too late, an app that is down, another site's page. */
export type ConnectionProblem = "network" | "server" | "captive";

/** What is known of the way to the server. */
export interface Connection {
  /** Whether requests succeed; `navigator.onLine` knows of a cable alone. */
  online: boolean;
  /** When what the page shows was read from the server, if it came from this device; else null. */
  servedFrom: Date | null;
  /** When the server, or what stands for it on this device, last gave a page to this one. */
  loadedAt: Date | null;
  /** Why the last request failed; null while requests succeed. */
  problem: ConnectionProblem | null;
  /** What is held until it can be sent: loads of pages and forms. */
  held: { loads: number; forms: number };
}

const GOOD: Connection = {
  online: true,
  servedFrom: null,
  loadedAt: null,
  problem: null,
  held: { loads: 0, forms: 0 },
};

const store = createStore(GOOD);

/** The connection of this page, as a store: what it is, and who is told of a change. */
export const connection = {
  ...store,
  set(change: Partial<Connection>): void {
    const current = store.get();
    const names = Object.keys(change) as (keyof Connection)[];
    // Every request is heard of, and most say the same as the one before.
    if (names.some((name) => current[name] !== change[name])) store.set({ ...current, ...change });
  },
};

/** Notes of when the document of this page is: now, unless it came from this device. */
export function startConnection(): void {
  const { kept } = document.documentElement.dataset;
  const servedFrom = kept ? new Date(kept) : null;
  connection.set({ servedFrom, loadedAt: servedFrom ?? new Date() });
}

/** Counts something as held from its first failure until it ends. */
export function hold(kind: keyof Connection["held"]) {
  let holds = 0;
  const count = (by: number) => {
    holds += by;
    const { held } = connection.get();
    connection.set({ held: { ...held, [kind]: held[kind] + by } });
  };
  return {
    begin: () => holds === 0 && count(1),
    end: () => holds > 0 && count(-1),
  };
}
