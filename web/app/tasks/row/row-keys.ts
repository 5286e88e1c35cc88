import { createContext, useCallback, useContext } from "react";

/** The numbers that tasks had while they waited to be sent, by those that they got. */
export const FirstNumbers = createContext<ReadonlyMap<number, number>>(new Map());

/**
 * Returns the React key of a task's row. A task that gets its number keeps its row, with what is just
 * being written in it.
 */
export function useRowKey(): (id: number) => number {
  const first = useContext(FirstNumbers);
  return useCallback((id) => first.get(id) ?? id, [first]);
}
