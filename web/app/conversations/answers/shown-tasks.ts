import { createContext, useContext, useEffect, useMemo } from "react";
import type { NamedTask } from "#app/assistant/answer-data";
import type { ShownTask, ShownTasksData } from "./read-shown-tasks.server";

/** The current state of a task that an answer names; null when it is in no list any more. */
type FindTask = (task: NamedTask) => ShownTask | null | undefined;

const Shown = createContext<FindTask>(() => undefined);

/** Gives the answers below it the state of their tasks. */
export const ShownTasksProvider = Shown.Provider;

/** Finds the state of a task; undefined until it has been read. */
export const useShownTask = (): FindTask => useContext(Shown);

/** What a person has changed on this device since tasks were read. Set by what keeps such changes. */
export interface Amendments {
  /**
   * The tasks with those changes.
   *
   * @param readAt when they were read, ISO 8601
   */
  amend(tasks: readonly ShownTask[], readAt: string): readonly ShownTask[];
  /** Told which tasks the person sees: changes are made to them. */
  onShown(tasks: readonly ShownTask[]): void;
}

const Amend = createContext<Amendments>({ amend: (tasks) => tasks, onShown: () => {} });

/** Gives the conversations below it what was changed on this device. */
export const AmendTasksProvider = Amend.Provider;

/** Tasks beside a conversation as they are after what was changed on this device. */
export function useAmended(tasks: readonly ShownTask[], readAt: string): readonly ShownTask[] {
  const { amend } = useContext(Amend);
  return useMemo(() => amend(tasks, readAt), [amend, tasks, readAt]);
}

/** A function for {@link ShownTasksProvider} that looks in what was read. */
export function useFindTask({ ids, tasks, now }: ShownTasksData): FindTask {
  const { amend, onShown } = useContext(Amend);
  const amended = useMemo(() => amend(tasks, now), [amend, tasks, now]);
  useEffect(() => onShown(amended), [onShown, amended]);
  return useMemo(() => {
    const asked = new Set(ids);
    const byId = new Map(amended.map((task) => [task.id, task]));
    return ({ id }) => byId.get(id) ?? (asked.has(id) ? null : undefined);
  }, [amended, ids]);
}
