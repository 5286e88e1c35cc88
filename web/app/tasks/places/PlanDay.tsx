import { Link, useFetcher } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { formatNumber } from "#app/i18n/dates";
import { MoveButton } from "#app/tasks/row/MoveButton";
import { RowProblem } from "#app/tasks/row/RowProblem";
import { TaskLabels } from "#app/tasks/row/TaskLabels";
import { addDays } from "#app/tasks/task/calendar-days";
import type { Task } from "#app/tasks/task/task";
import { Button, buttonClass } from "#app/ui/controls/Button";
import { placeHref } from "./place-href";

/**
 * Offers what is overdue one by one: today, tomorrow, another day, or let go. Its forms and links work
 * without JavaScript.
 *
 * @param left how many were left as they are
 */
export function PlanDay({
  overdue,
  left,
  today,
  dates,
}: {
  overdue: Task[];
  left: number;
  today: string;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const task = overdue[left];
  return (
    <section
      aria-labelledby="plan"
      className="mt-3 flex flex-col gap-3 border bg-raised p-4 md:mt-6 md:p-6"
    >
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="plan" className="note figures text-quiet">
          {t("places.plan.title")}
          {task && (
            <span className="ms-3">
              {t("places.plan.count", {
                at: formatNumber(left + 1, dates),
                of: formatNumber(overdue.length, dates),
              })}
            </span>
          )}
        </h2>
        <Link
          to="/today"
          preventScrollReset
          className="note -my-1.5 inline-flex min-h-11 items-center text-quiet underline decoration-edge underline-offset-4 pointer:hover:text-ink"
        >
          {t("places.plan.close")}
        </Link>
      </div>
      <div aria-live="polite" className="min-w-0">
        {task ? (
          <>
            <p className="lead own-words font-medium">
              <Link to={placeHref("/today", { plan: left, task: task.id })} preventScrollReset>
                {task.title}
              </Link>
            </p>
            <TaskLabels task={task} group="overdue" dates={dates} />
          </>
        ) : (
          <p className="lead">{t("places.plan.done")}</p>
        )}
      </div>
      {task && <Choices key={task.id} task={task} left={left} today={today} dates={dates} />}
    </section>
  );
}

function Choices({
  task,
  left,
  today,
  dates,
}: {
  task: Task;
  left: number;
  today: string;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const move = useFetcher({ key: `move-${task.id}` });
  const away = useFetcher({ key: `away-${task.id}` });
  // One occurrence of a repetition is let go, not all that follow.
  const skips = task.recurrence !== null;
  return (
    <>
      <div className="-mx-1 flex flex-wrap items-center gap-x-2 gap-y-2">
        <move.Form method="post" className="flex gap-2">
          <input type="hidden" name="intent" value="many" />
          <input type="hidden" name="ids" value={task.id} />
          <input type="hidden" name="to" value="due" />
          <Button variant="primary" name="value" value={today}>
            {t("tasks.group.today")}
          </Button>
          <Button name="value" value={addDays(today, 1)}>
            {t("tasks.group.tomorrow")}
          </Button>
        </move.Form>
        <away.Form method="post">
          <input type="hidden" name="intent" value={skips ? "skip" : "delete"} />
          <input type="hidden" name="id" value={task.id} />
          {skips && <input type="hidden" name="version" value={task.version} />}
          <Button variant="quiet" title={t(`places.plan.${skips ? "skipHint" : "letGoHint"}`)}>
            {t("places.plan.letGo")}
          </Button>
        </away.Form>
        <Link
          to={placeHref("/today", { plan: left + 1 })}
          preventScrollReset
          className={buttonClass("quiet")}
        >
          {t("places.plan.leave")}
        </Link>
        <MoveButton task={task} dates={dates} />
      </div>
      <RowProblem task={task} fetcher={move} />
      <RowProblem task={task} fetcher={away} />
    </>
  );
}
