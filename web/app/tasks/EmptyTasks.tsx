import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "#app/ui/Button";
import type { StatusFilter } from "./TaskFilter";

/** A sentence, and one way on. */
export function EmptyTasks({ status }: { status: StatusFilter }) {
  const { t } = useTranslation();
  const hint = `tasks.empty.${status}Hint` as const;
  return (
    <div className="flex flex-col items-start gap-3 py-12 md:ps-[192px]">
      <p className="display text-[28px]">{t(`tasks.empty.${status}`)}</p>
      <p className="text-quiet">{t(hint)}</p>
      {status !== "completed" && (
        <Link to="/chatbot" className={buttonClass("plain", "mt-3")}>
          {t("tasks.empty.toChat")}
        </Link>
      )}
    </div>
  );
}
