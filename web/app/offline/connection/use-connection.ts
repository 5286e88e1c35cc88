import { useSyncExternalStore } from "react";
import { type Connection, connection } from "./connection";

/** The connection of this page. */
export const useConnection = (): Connection =>
  useSyncExternalStore(connection.subscribe, connection.get, connection.getInitial);

/**
 * Whether loads of pages are held. A component with parts that hydrate later asks for no more: it
 * must not render anew before them.
 */
export const useHoldsLoads = (): boolean =>
  useSyncExternalStore(connection.subscribe, holdsLoads, () => false);

const holdsLoads = () => connection.get().held.loads > 0;
