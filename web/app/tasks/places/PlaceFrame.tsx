import { type ReactNode, useEffect } from "react";
import { OpenTask, usePanelOnPress } from "#app/tasks/edit/OpenTask";
import type { SaveFailure } from "#app/tasks/edit/save-failure";
import type { AddFailure, EditFailure, MoveFailure } from "#app/tasks/edit/task-form";
import { useLiveTasks } from "#app/tasks/list/use-live-tasks";
import { StepsProvider } from "#app/tasks/row/steps";
import type { Task } from "#app/tasks/task/task";
import { classNames } from "#app/ui/styles/class-names";
import type { PlaceData } from "./read-place.server";

/** A form of a place that was not carried out. */
type PlaceFailure = AddFailure | EditFailure | MoveFailure | SaveFailure;

/** What the overlay of waiting changes adds to the data of a place. */
export interface Shown {
  /** Told which tasks the person sees. */
  onShown(tasks: readonly Task[]): void;
  /** Adds to the loaded steps what was changed on this device since. */
  amendSteps(steps: Task[]): Task[];
  failure?: PlaceFailure;
}

/** A place with the opened task beside it. It follows the tasks: what changes elsewhere is shown. */
export function PlaceFrame({
  page,
  shown: { onShown, amendSteps, failure },
  closeHref,
  head,
  children,
}: {
  page: PlaceData & { tasks: Task[] };
  shown: Shown;
  /** The address of the place without an opened task. */
  closeHref: string;
  /** Above both, over the whole width. */
  head: ReactNode;
  children: ReactNode;
}) {
  const { tasks, detail, openedId, timeZone, now } = page;
  useLiveTasks(now);
  usePanelOnPress();
  const steps = amendSteps(page.steps);
  useEffect(() => onShown([...tasks, ...steps, ...(detail ? [detail.task] : [])]));
  return (
    <StepsProvider steps={steps} counted={page.countedSteps} parents={page.parents}>
      <main
        id="content"
        className="mx-auto w-full max-w-[1280px] flex-1 px-4 pb-8 md:px-8 md:pb-16"
      >
        {head}
        <div
          className={classNames(
            openedId !== null &&
              "gap-x-8 lg:grid lg:grid-cols-[minmax(0,1fr)_360px] xl:grid-cols-[minmax(0,1fr)_400px]",
          )}
        >
          <div className="min-w-0">{children}</div>
          {openedId !== null && (
            <OpenTask
              detail={detail}
              openedId={openedId}
              timeZone={timeZone}
              now={now}
              closeHref={closeHref}
              failure={failure?.intent === "edit" ? failure : undefined}
            />
          )}
        </div>
      </main>
    </StepsProvider>
  );
}
