import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/Button";
import { EmptyState } from "#app/ui/EmptyState";
import { isFiltered, type ListView, unfiltered, viewHref } from "./list-view";

/** A sentence, what to write to have it otherwise, and one way on. */
export function EmptyTasks({ view }: { view: ListView }) {
  const { t } = useTranslation();
  if (isFiltered(view)) {
    return (
      <EmptyState
        title={t("list.empty.filtered")}
        action={
          <Link to={viewHref(unfiltered(view))} className={buttonClass("plain")}>
            {t("list.filter.clear")}
          </Link>
        }
      >
        <p>{t("list.empty.filteredHint")}</p>
      </EmptyState>
    );
  }
  const { status } = view;
  const teaches = status !== "completed";
  return (
    <EmptyState
      title={t(`tasks.empty.${status}`)}
      action={
        teaches && (
          <Link to="/chatbot" className={buttonClass("plain")}>
            {t("tasks.empty.toChat")}
          </Link>
        )
      }
    >
      <p>{t(`tasks.empty.${status}Hint` as const)}</p>
      {teaches && (
        <p>
          {t("list.empty.try")}{" "}
          <bdi className="border-b border-accent-text text-ink">{t("list.empty.example")}</bdi>
        </p>
      )}
    </EmptyState>
  );
}
