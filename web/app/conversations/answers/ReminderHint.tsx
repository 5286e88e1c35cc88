import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/controls/Button";

/** Says, once to each person, that reminders reach them on the pages only, and where to change it. */
export function ReminderHint() {
  const { t } = useTranslation();
  return (
    <div className="my-1 flex flex-col items-start gap-3 border-s-2 border-accent ps-4">
      <p>{t("chatBox.hint.reminders")}</p>
      <Link to="/reminders/settings" className={buttonClass("plain")}>
        {t("chatBox.hint.turnOn")}
      </Link>
    </div>
  );
}
