import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, dueLabel } from "#app/i18n/dates";
import type { Task } from "#app/tasks/task/task";
import { CheckMark } from "#app/ui/display/CheckMark";
import { RowProblem } from "./RowProblem";
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
  const { t } = useTranslation();
  const { fetcher: toggle, completed } = useToggle(step);
  const name = { title: step.title };
  return (
    <div className="settle flex min-w-0 flex-1 items-start gap-1" data-done={completed}>
      <toggle.Form method="post" action="/tasks" className="-ms-3">
        <input type="hidden" name="intent" value="toggle" />
        <input type="hidden" name="id" value={step.id} />
        <input type="hidden" name="completed" value={String(!completed)} />
        {/* biome-ignore lint/a11y/useSemanticElements: it submits a form, which a checkbox cannot do without script */}
        <button
          type="submit"
          tabIndex={tabIndex}
          role="checkbox"
          aria-checked={completed}
          aria-label={completed ? t("tasks.reopen", name) : t("tasks.complete", name)}
          className="inline-flex size-11 items-center justify-center"
        >
          <CheckMark checked={completed} />
        </button>
      </toggle.Form>
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
        <RowProblem task={step} fetcher={toggle} />
      </div>
    </div>
  );
}
