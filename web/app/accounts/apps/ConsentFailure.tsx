import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addTexts } from "#app/i18n/add-texts";
import { appTexts } from "#app/i18n/app-texts";
import { buttonClass } from "#app/ui/controls/Button";

/** Says that an app asked in a way that cannot be answered. */
export function ConsentFailure({ reason }: { reason: string | null }) {
  const { t, i18n } = useTranslation();
  addTexts(i18n, appTexts);
  return (
    <main
      id="content"
      className="mx-auto flex w-full max-w-[560px] flex-1 flex-col gap-6 px-4 py-8 md:py-12"
    >
      <h1 className="display size-title">{t("apps.failed.title")}</h1>
      <p>{t("apps.failed.sentence")}</p>
      {reason && <p className="note text-quiet">{t("apps.failed.reason", { reason })}</p>}
      <Link to="/tasks" className={buttonClass("plain", "self-start")}>
        {t("apps.failed.tasks")}
      </Link>
    </main>
  );
}
