import { useSyncExternalStore } from "react";
import { type OutboxState, outbox } from "./state";

/** The outbox of the person who is signed in. */
export const useOutbox = (): OutboxState =>
  useSyncExternalStore(outbox.subscribe, outbox.get, outbox.getInitial);
