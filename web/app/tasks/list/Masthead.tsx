import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type DateContext, formatNumber, hourIn, longDate } from "#app/i18n/dates";
import { classNames } from "#app/ui/styles/class-names";

type Counts = { open: number; dueToday: number; overdue: number };

/** Where the tasks are that a number counts. */
const PLACES = { open: "/tasks", dueToday: "/today", overdue: "/tasks?overdue=true" } as const;

/**
 * The head of a page of tasks: greeting, date and three numbers that lead to what they count. On a
 * phone it folds to one line, so that the list begins on the first screen.
 */
export function Masthead({
  title,
  name,
  numbers,
  dates,
}: {
  /** What the page is called where there is no room for a greeting. */
  title: string;
  name: string;
  numbers: Counts;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const hour = hourIn(dates.timeZone, new Date(dates.now));
  const part = hour < 5 || hour >= 17 ? "evening" : hour < 12 ? "morning" : "afternoon";
  return (
    <header className="flex items-center justify-between gap-x-4 md:flex-wrap md:items-end md:gap-x-12 md:gap-y-6 md:pt-10 md:pb-8 print:pb-4">
      <div className="flex min-w-0 flex-col gap-2">
        <p className="note text-quiet max-md:not-print:hidden">{longDate(dates)}</p>
        <h1 className="display size-masthead">
          <span className="md:not-print:hidden">{title}</span>
          <span className="own-words max-md:hidden print:hidden">
            {t(`greeting.${part}`, { name })}
          </span>
        </h1>
      </div>
      <ul className="flex shrink-0 gap-4 md:gap-12 print:hidden">
        {(["open", "dueToday", "overdue"] as const).map((key) => (
          <li key={key} className={classNames(key === "open" && "max-md:hidden")}>
            <Link
              to={PLACES[key]}
              prefetch="intent"
              className={classNames(
                "group/number flex min-h-11 min-w-11 items-center gap-1.5 md:flex-col-reverse md:items-start md:gap-1",
                key === "overdue" && numbers.overdue > 0 && "text-danger",
              )}
            >
              <span className="masthead-number">{formatNumber(numbers[key], dates)}</span>
              <span className="note text-quiet underline-offset-4 group-hover/number:underline">
                {t(`tasks.numbers.${key}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </header>
  );
}
