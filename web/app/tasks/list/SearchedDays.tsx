import { Calendar } from "lucide-react";
import { useTranslation } from "react-i18next";
import { dayLabel } from "#app/i18n/dates";
import { useDates } from "#app/i18n/use-format";
import { Badge } from "#app/ui/display/Badge";
import type { SearchReading } from "./read-search";

/** The days that the words of a search were read as. */
export function SearchedDays({
  days: { from, to, overdue, undated },
  timeZone,
  now,
}: {
  days: SearchReading;
  timeZone: string;
  now: string;
}) {
  const { t } = useTranslation();
  const dates = useDates(timeZone, now);
  const [first, last] = [from, to].map((day) => day && dayLabel(day, dates));
  const words = overdue
    ? t("tasks.numbers.overdue")
    : undated
      ? t("tasks.group.none")
      : first && last
        ? [...new Set([first, last])].join(" – ")
        : first
          ? t("list.filter.from", { day: first })
          : t("list.filter.until", { day: last });
  return (
    <p className="note figures py-1 text-quiet">
      <Badge Icon={Calendar}>{t("list.filter.days", { days: words })}</Badge>
    </p>
  );
}
