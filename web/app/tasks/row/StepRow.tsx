import { Link } from "@remix-run/react";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";
import { RowProblem } from "./RowProblem";
import { ToggleBox } from "./ToggleBox";
import { useToggle } from "./use-toggle";
import { WaitingMark } from "./WaitingMark";

/** One step: a tick and a title that opens it. */
export function StepRow({
  step,
  href,
  dates,
  tabIndex,
}: {
  step: Task;
  href: string;
  dates: DateContext;
  tabIndex?: number;
}) {
  const toggle = useToggle(step);
  const { completed } = toggle;
  return (
    <div className="settle flex min-w-0 flex-1 items-start gap-1" data-done={completed}>
      <ToggleBox
        task={step}
        toggle={toggle}
        action="/tasks"
        tabIndex={tabIndex}
        className="-ms-3"
      />
      <div className="min-w-0 flex-1 py-2.5">
        <p className="dense flex flex-wrap items-baseline gap-x-3 [overflow-wrap:anywhere]">
          <Link
            to={href}
            preventScrollReset
            tabIndex={tabIndex}
            className="-mx-1.5 -my-2 inline-block px-1.5 py-2 -outline-offset-6"
          >
            <bdi className="struck" data-struck={completed}>
              {step.title}
            </bdi>
          </Link>
          {step.dueAt && (
            <span className="note figures text-quiet">{dueLabel(step.dueAt, dates)}</span>
          )}
        </p>
        <WaitingMark id={step.id} />
        <RowProblem task={step} fetcher={toggle.fetcher} />
      </div>
    </div>
  );
}
