import { createContext, type ReactNode, useContext, useMemo } from "react";
import { byPosition } from "#app/tasks/task/position";
import type { StepCount } from "#app/tasks/task/steps/read-families.server";
import type { Task } from "#app/tasks/task/task";

interface Families {
  steps: ReadonlyMap<number, readonly Task[]>;
  counted: Readonly<Record<number, StepCount>>;
  parents: Readonly<Record<number, string>>;
}

const FamiliesContext = createContext<Families>({
  steps: new Map(),
  counted: {},
  parents: {},
});

/**
 * Gives the rows and the panel below it the steps of their tasks.
 *
 * @param counted the numbers of steps of tasks whose steps are not there
 * @param parents the titles of what tasks on the page are steps of, by number
 */
export function StepsProvider({
  steps,
  counted,
  parents,
  children,
}: {
  steps: readonly Task[];
  counted: Readonly<Record<number, StepCount>>;
  parents: Readonly<Record<number, string>>;
  children: ReactNode;
}) {
  const families = useMemo(() => {
    const byParent = new Map<number, Task[]>();
    for (const step of [...steps].sort(byPosition)) {
      if (step.parentId === null) continue;
      const siblings = byParent.get(step.parentId);
      if (siblings) siblings.push(step);
      else byParent.set(step.parentId, [step]);
    }
    return { steps: byParent, counted, parents };
  }, [steps, counted, parents]);
  return <FamiliesContext.Provider value={families}>{children}</FamiliesContext.Provider>;
}

const NONE: readonly Task[] = [];

/** The steps of a task in their order. */
export const useSteps = (id: number): readonly Task[] =>
  useContext(FamiliesContext).steps.get(id) ?? NONE;

/** The numbers of steps of a task whose steps are not on the page. */
export const useCountedSteps = (id: number): StepCount | undefined =>
  useContext(FamiliesContext).counted[id];

/** The title of the task that a step is of; undefined where that is not known. */
export const useParentTitle = ({ parentId }: Pick<Task, "parentId">): string | undefined => {
  const { parents } = useContext(FamiliesContext);
  return parentId === null ? undefined : parents[parentId];
};
