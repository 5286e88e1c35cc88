import { type ComponentProps, lazy, memo, Suspense, useCallback } from "react";
import { useFirstPress } from "#app/ui/keyboard/use-first-press";

const load = () => import("./TaskPanel");
const TaskPanel = lazy(() => load().then(({ TaskPanel: Panel }) => ({ default: Panel })));

/**
 * The open task. What shows it is loaded when a task is opened, or with the first press on the page,
 * which may open one: a list that is only read needs none of it.
 */
export const OpenTask = memo(function OpenTask(props: ComponentProps<typeof TaskPanel>) {
  return (
    <Suspense>
      <TaskPanel {...props} />
    </Suspense>
  );
});

/** Loads the panel of tasks once the person does something. */
export function usePanelOnPress(): void {
  useFirstPress(
    useCallback(() => {
      // A list without its panel works: it is tried again when a task is opened.
      load().catch(() => {});
    }, []),
  );
}
