import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/controls/Button";
import { EmptyState } from "#app/ui/feedback/EmptyState";
import { isFiltered, type ListView, unfiltered, viewHref } from "./list-view";

/** Shown where a list has no tasks: why it is empty, an example to enter, and one link. */
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
  const showsExample = status !== "completed";
  return (
    <EmptyState
      title={t(`tasks.empty.${status}`)}
      action={
        showsExample && (
          <Link to="/chatbot" className={buttonClass("plain")}>
            {t("tasks.empty.toChat")}
          </Link>
        )
      }
    >
      <p>{t(`tasks.empty.${status}Hint` as const)}</p>
      {showsExample && (
        <p>
          {t("list.empty.try")}{" "}
          <bdi className="border-b border-accent-text text-ink">{t("list.empty.example")}</bdi>
        </p>
      )}
    </EmptyState>
  );
}
