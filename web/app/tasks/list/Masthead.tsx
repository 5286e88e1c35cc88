import { useTranslation } from "react-i18next";
import { formatNumber, hourIn, longDate } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import { classNames } from "#app/ui/styles/class-names";

type Counts = { open: number; dueToday: number; overdue: number };

/** The header of the tasks page: greeting, date and three counts. */
export function Masthead({
  name,
  numbers,
  timeZone,
  now,
}: {
  name: string;
  numbers: Counts;
  timeZone: string;
  now: string;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const hour = hourIn(timeZone, new Date(now));
  const part = hour < 5 || hour >= 17 ? "evening" : hour < 12 ? "morning" : "afternoon";
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-12 gap-y-6 pt-8 pb-6 md:pt-12 md:pb-8">
      <div className="flex min-w-0 flex-col gap-2">
        <p className="note text-quiet">{longDate(dates)}</p>
        <h1 className="display size-hero own-words">{t(`greeting.${part}`, { name })}</h1>
      </div>
      <dl className="flex gap-8 md:gap-12">
        {(["open", "dueToday", "overdue"] as const).map((key) => (
          <div key={key} className="flex flex-col-reverse gap-1">
            <dt className="note text-quiet">{t(`tasks.numbers.${key}`)}</dt>
            <dd
              className={classNames(
                "numeral",
                key === "overdue" && numbers.overdue > 0 && "text-danger",
              )}
            >
              {formatNumber(numbers[key], dates)}
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
