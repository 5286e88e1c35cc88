import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { inNumerals } from "#app/i18n/numerals";
import type { Task } from "#app/tasks/task/task";
import { StepRow } from "./StepRow";
import { useCountedSteps, useSteps } from "./steps";

/** How many steps of a task are done, and behind it the steps themselves; without script too. */
export function RowSteps({
  task,
  href,
  dates,
  tabIndex,
}: {
  task: Pick<Task, "id">;
  /** URL that opens the task. */
  href: string;
  dates: DateContext;
  tabIndex?: number;
}) {
  const { t } = useTranslation();
  const steps = useSteps(task.id);
  const counted = useCountedSteps(task.id);
  const [done, count] = counted ?? [
    steps.filter(({ completed }) => completed).length,
    steps.length,
  ];
  if (count === 0) return null;
  const name = t("list.steps.done", { done, count });
  const look =
    "note figures -ms-1.5 inline-flex min-h-8 items-center gap-1 px-1.5 text-quiet max-md:min-h-11 pointer:hover:text-ink";
  const numbers = (
    <>
      <span className="sr-only">{name}</span>
      <span aria-hidden="true" dir="ltr">
        {inNumerals(`${done}/${count}`, dates.numerals)}
      </span>
    </>
  );
  // The page has too many steps to hold these too: they are with the task.
  if (counted)
    return (
      <Link to={href} preventScrollReset tabIndex={tabIndex} title={name} className={look}>
        {numbers}
      </Link>
    );
  return (
    <details data-steps className="group/steps">
      <summary
        tabIndex={tabIndex}
        title={name}
        className={`${look} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}
      >
        <ChevronRight
          aria-hidden="true"
          size={14}
          strokeWidth={1.5}
          className="transition-transform duration-150 group-open/steps:rotate-90 rtl:-scale-x-100"
        />
        {numbers}
      </summary>
      <ol className="border-t">
        {steps.map((step) => (
          <li key={step.id} className="border-b last:border-b-0">
            <StepRow step={step} href={hrefOf(href, step.id)} dates={dates} tabIndex={tabIndex} />
          </li>
        ))}
      </ol>
    </details>
  );
}

/** The URL that opens a step where another one opens its task. */
function hrefOf(href: string, id: number): string {
  const [path = "", search = ""] = href.split("?");
  const params = new URLSearchParams(search);
  params.set("task", String(id));
  return `${path}?${params}`;
}
