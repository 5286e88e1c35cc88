import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "#app/i18n/dates";
import { isLanguage } from "#app/i18n/language";
import { classNames } from "#app/ui/class-names";

export type StatusFilter = "open" | "completed" | "all";

/** Open first: the address without a filter shows what is to be done, and what was done today. */
export const filterHref = (status: StatusFilter): string =>
  status === "open" ? "/tasks" : `/tasks?status=${status}`;

export function TaskFilter({
  current,
  counts,
}: {
  current: StatusFilter;
  counts: Record<StatusFilter, number>;
}) {
  const { t, i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : "en";
  return (
    <nav aria-label={t("tasks.filter.label")} className="-mx-2 flex pt-4 pb-2 md:ps-[192px]">
      {(["open", "completed", "all"] as const).map((status) => (
        <Link
          key={status}
          to={filterHref(status)}
          preventScrollReset
          aria-current={status === current ? "page" : undefined}
          className={classNames(
            "note figures inline-flex min-h-11 items-center gap-2 px-2",
            status === current ? "text-ink" : "text-quiet pointer:hover:text-ink",
          )}
        >
          <span className={classNames(status === current && "underline underline-offset-8")}>
            {t(`tasks.filter.${status}`)}
          </span>
          <span className="text-quiet">{formatNumber(counts[status], language)}</span>
        </Link>
      ))}
    </nav>
  );
}
