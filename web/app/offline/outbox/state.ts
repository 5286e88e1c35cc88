import { createStore } from "#app/offline/store";
import type { Task } from "#app/tasks/task/task";
import type { Preferences } from "#app/when/preferences";
import type { Operation } from "./operation";

/** Whose outbox it is, and how they say times. */
export interface Owner {
  id: string;
  timeZone: string;
  preferences: Partial<Preferences>;
}

/** What is in the outbox of the person who is signed in. */
export interface OutboxState {
  operations: readonly Operation[];
  /** The session has ended: it is sent when they have signed in again. */
  signedOut: boolean;
}

const EMPTY: OutboxState = { operations: [], signedOut: false };
/** Says in local storage that something waits, since asking the database would load its library. */
export const MARK = "karlo.outbox";

let owner: Owner | null = null;
/** A part of a page that shows tasks. */
export type ShowsTasks = "list" | "trash" | "answers";
const shown = new Map<ShowsTasks, readonly Task[]>();

/** The outbox of this page, as a store. */
export const outbox = {
  ...createStore(EMPTY),
  /** Who is signed in; null for nobody. */
  owner: (): Owner | null => owner,
  setOwner(next: Owner | null): void {
    if (owner?.id !== next?.id) {
      outbox.set(EMPTY);
      shown.clear();
    }
    owner = next;
  },
  /** The tasks that the person sees or has seen, which changes are made to: the newest of each. */
  shown(): readonly Task[] {
    const newest = new Map<number, Task>();
    for (const task of [...shown.values()].flat()) {
      const known = newest.get(task.id);
      if (!known || known.version <= task.version) newest.set(task.id, task);
    }
    return [...newest.values()];
  },
  setShown(where: ShowsTasks, tasks: readonly Task[]): void {
    shown.set(where, tasks);
  },
};

/** Whether something may wait on this device. */
export function mayWait(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}
