import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { DateContext } from "#app/i18n/dates";
import { useNumbers } from "#app/i18n/use-format";
import { Card } from "#app/ui/display/Card";
import { DaysChart } from "./DaysChart";

/** A person's tasks in numbers. */
export interface Statistics {
  total: number;
  open: number;
  completed: number;
  overdue: number;
  completedThisWeek: number;
  lastDays: { day: string; count: number }[];
  streak: number;
  byPriority: Record<"low" | "medium" | "high", number>;
  byCategory: Record<string, number>;
}

/** At most this many categories are charted, the largest first. */
const CATEGORIES_SHOWN = 6;

/** Task counts, and bar charts by state, priority and category. */
export function StatisticsCard({
  statistics,
  dates,
}: {
  statistics: Statistics;
  dates: DateContext;
}) {
  const { t } = useTranslation();
  const { byPriority, byCategory, open, completed, overdue } = statistics;
  const categories = Object.entries(byCategory)
    .sort(([, a], [, b]) => b - a)
    .slice(0, CATEGORIES_SHOWN);
  return (
    <Card title={t("profile.statistics")}>
      <dl className="flex flex-wrap gap-x-8 gap-y-4">
        <Figure label={t("profile.total")} value={statistics.total} />
        <Figure label={t("profile.week")} value={statistics.completedThisWeek} />
        <Figure label={t("profile.streak")} value={statistics.streak} />
      </dl>
      <DaysChart days={statistics.lastDays} dates={dates} />
      <Chart
        title={t("profile.byState")}
        bars={[
          { label: t("profile.open"), value: open, fill: "fill-ink" },
          { label: t("profile.completed"), value: completed, fill: "fill-done" },
          { label: t("profile.overdue"), value: overdue, fill: "fill-danger" },
        ]}
      />
      <Chart
        title={t("profile.byPriority")}
        bars={(["high", "medium", "low"] as const).map((priority) => ({
          label: t(`tasks.priority.${priority}`),
          value: byPriority[priority],
          fill: "fill-ink",
        }))}
      />
      {categories.length > 0 ? (
        <Chart
          title={t("profile.byCategory")}
          bars={categories.map(([label, value]) => ({ label, value, fill: "fill-ink" }))}
        />
      ) : (
        <p className="dense text-quiet">{t("profile.noCategory")}</p>
      )}
    </Card>
  );
}

function Figure({ label, value }: { label: string; value: number }) {
  const number = useNumbers().count;
  return (
    <div className="flex flex-col-reverse gap-1">
      <dt className="note text-quiet">{label}</dt>
      <dd className="numeral">{number(value)}</dd>
    </div>
  );
}

interface Bar {
  label: string;
  value: number;
  fill: string;
}

/** A bar chart that is a table, so that screen readers get labels and values. */
function Chart({ title, bars }: { title: string; bars: Bar[] }) {
  const id = useId();
  const number = useNumbers().count;
  const max = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table className="w-full border-collapse" aria-labelledby={id}>
      <caption id={id} className="note pb-2 text-start text-quiet">
        {title}
      </caption>
      <tbody>
        {bars.map(({ label, value, fill }) => (
          <tr key={label}>
            <th
              scope="row"
              className="dense w-[112px] py-1 pe-4 text-start align-middle font-normal [overflow-wrap:anywhere]"
            >
              <bdi>{label}</bdi>
            </th>
            <td className="align-middle">
              <svg aria-hidden="true" className="block h-2 w-full rtl:-scale-x-100">
                <rect className="fill-hairline" width="100%" height="100%" />
                <rect className={fill} width={`${(100 * value) / max}%`} height="100%" />
              </svg>
            </td>
            <td className="figures w-[56px] ps-4 text-end align-middle">{number(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
