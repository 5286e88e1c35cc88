import { useTranslation } from "react-i18next";
import { type DateContext, dayLabel } from "#app/i18n/dates";
import { useNumbers } from "#app/i18n/use-format";

const HEIGHT = 48;
const BAR = 8;
const STEP = 12;

/** Completed tasks per day: a bar chart, and a table for screen readers. */
export function DaysChart({
  days,
  dates,
}: {
  days: { day: string; count: number }[];
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const { count: number } = useNumbers();
  const max = Math.max(1, ...days.map(({ count }) => count));
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const width = days.length * STEP - (STEP - BAR);
  const title = t("profile.byDay");
  const first = days[0];
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="note flex justify-between gap-4 text-quiet">
        {title}
        <span className="figures text-ink">{number(total)}</span>
      </figcaption>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-20 w-full border-b rtl:-scale-x-100"
      >
        {days.map(({ day, count }, index) => {
          // An empty day is a hairline, so that it stays visible.
          const height = count === 0 ? 1 : Math.max(3, (HEIGHT * count) / max);
          return (
            <rect
              key={day}
              x={index * STEP}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              className={count === 0 ? "fill-hairline" : "fill-done"}
            />
          );
        })}
      </svg>
      <p aria-hidden="true" className="note figures flex justify-between text-quiet">
        <span>{first && dayLabel(first.day, dates)}</span>
        <span>{dates.words.today}</span>
      </p>
      <table className="sr-only">
        <caption>{title}</caption>
        <tbody>
          {days.map(({ day, count }) => (
            <tr key={day}>
              <th scope="row">{dayLabel(day, dates)}</th>
              <td>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
