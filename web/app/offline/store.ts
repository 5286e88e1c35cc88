/** State outside of React, as `useSyncExternalStore` takes it. */
export interface Store<State> {
  get(): State;
  /** The state while a page is rendered on the server and hydrated. */
  getInitial(): State;
  subscribe(listener: () => void): () => void;
  set(next: State): void;
}

/** Makes a store; whoever listens is told of each state that is set. */
export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    getInitial: () => initial,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      state = next;
      for (const listener of listeners) listener();
    },
  };
}
