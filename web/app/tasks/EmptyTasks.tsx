import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/Button";
import { isFiltered, type ListView, unfiltered, viewHref } from "./list-view";

/** A sentence, what to write to have it otherwise, and one way on. */
export function EmptyTasks({ view }: { view: ListView }) {
  const { t } = useTranslation();
  if (isFiltered(view)) {
    return (
      <div className="flex flex-col items-start gap-3 py-12">
        <p className="display text-[28px]">{t("list.empty.filtered")}</p>
        <p className="text-quiet">{t("list.empty.filteredHint")}</p>
        <Link to={viewHref(unfiltered(view))} className={buttonClass("plain", "mt-3")}>
          {t("list.filter.clear")}
        </Link>
      </div>
    );
  }
  const { status } = view;
  const hint = `tasks.empty.${status}Hint` as const;
  return (
    <div className="flex flex-col items-start gap-3 py-12">
      <p className="display text-[28px]">{t(`tasks.empty.${status}`)}</p>
      <p className="text-quiet">{t(hint)}</p>
      {status !== "completed" && (
        <>
          <p className="text-quiet">
            {t("list.empty.try")}{" "}
            <bdi className="border-b border-accent-text text-ink">{t("list.empty.example")}</bdi>
          </p>
          <Link to="/chatbot" className={buttonClass("plain", "mt-3")}>
            {t("tasks.empty.toChat")}
          </Link>
        </>
      )}
    </div>
  );
}
