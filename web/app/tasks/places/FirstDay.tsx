import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/controls/Button";
import { EmptyState } from "#app/ui/feedback/EmptyState";
import { placeHref } from "./place-href";

const EXAMPLES = ["once", "repeat", "meeting", "other"] as const;

/**
 * Shown while nothing waits for today. Whoever is new sees what can be written: each example leads to
 * the line above, to be changed and added.
 */
export function FirstDay({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  if (!isNew) {
    return (
      <EmptyState
        title={t("places.first.clear")}
        action={
          <Link to="/upcoming" className={buttonClass("plain")}>
            {t("places.first.toUpcoming")}
          </Link>
        }
      />
    );
  }
  return (
    <EmptyState
      title={t("places.first.title")}
      action={
        <p className="-ms-4 flex flex-wrap">
          <Link to="/chatbot" className={buttonClass("plain", "ms-4")}>
            {t("tasks.empty.toChat")}
          </Link>
          <Link to="/tasks/files" className={buttonClass("quiet")}>
            {t("places.first.toFiles")}
          </Link>
        </p>
      }
    >
      <p>{t("places.first.hint")}</p>
      <ul className="flex flex-col">
        {EXAMPLES.map((name) => (
          <li key={name} className="border-b last:border-b-0">
            <Link
              to={placeHref("/today", { add: t(`places.first.example.${name}`) })}
              className="own-words flex min-h-11 items-center gap-3 py-2 text-ink underline decoration-edge underline-offset-4 pointer:hover:decoration-ink"
            >
              <bdi>{t(`places.first.example.${name}`)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
